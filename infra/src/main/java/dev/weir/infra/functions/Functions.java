package dev.weir.infra.functions;

import static java.util.Map.entry;

import dev.weir.infra.functions.FunctionSpec.Knows;
import dev.weir.infra.functions.FunctionSpec.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The functions of an environment, a row each. A new function is a new row here, and nothing else in this module.
public final class Functions {

    private static final Duration API = Duration.ofSeconds(29);
    private static final Duration CONSUMER = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /// Longer than a landing takes that does not know of an erasure yet.
    private static final Duration SETTLE = CONSUMER.plusSeconds(10);

    /// How old a collector's list of objections may be where it cannot be read anew; requests wait for it.
    static final Duration HOLD = Duration.ofMinutes(1);

    /// A run ends by itself before it is ended.
    private static final Duration RUN = LONGEST.minusMinutes(2);

    /// ARN of the secret, as the stack that has it tells it by a parameter of this name.
    static final String PSEUDONYM_KEYS = "${PseudonymKeysArn}";

    /// Whoever erases from the lake replaces objects, and removes what they were before.
    private static final String[] REWRITE = {"s3:GetObject", "s3:PutObject", "s3:DeleteObjectVersion"};

    /// A copy of a record goes as a whole, when nothing is left of it.
    private static final String[] ERASE = {"s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"};

    /// Whoever replays removes what is done with.
    private static final String[] TAKE = {"s3:GetObject", "s3:DeleteObject"};

    private final Names names;
    private final Grants grants;
    private final Options options;

    public Functions(Names names, Options options) {
        this.names = names;
        this.options = options;
        this.grants = new Grants(names);
    }

    public List<FunctionSpec> all() {
        Door door = new Door(names, grants, options);
        List<FunctionSpec> all = new ArrayList<>();
        all.add(door.collector(API));
        all.addAll(door.surge());
        all.addAll(List.of(lakeWriter(), replay(), counters(), countersReplay(), countersApi()));
        all.addAll(List.of(compactor(), privacy(), privacyApi(), retention()));
        return all;
    }

    private FunctionSpec lakeWriter() {
        return new FunctionSpec(
                "lake-writer",
                new Size("lake-writer", 1024, CONSUMER),
                new Knows(
                        Map.of(
                                "WEIR_LAKE_BUCKET", names.bucket("lake"),
                                "WEIR_QUARANTINE_BUCKET", names.bucket("quarantine")),
                        List.of()),
                List.of(
                        grants.objects("LandEvents", "lake", "bronze/", "s3:PutObject", "s3:GetObject"),
                        Permission.of(
                                "KnowWhoIsErased",
                                List.of("s3:GetObject"),
                                names.bucketArn("lake") + "/suppression/list.json"),
                        grants.list("TellMissingFromForbidden", "lake"),
                        grants.objects("PutAsidePoison", "quarantine", "quarantine/", "s3:PutObject"),
                        grants.key("EncryptObjects", "kms:GenerateDataKey", "kms:Decrypt")),
                List.of(new Trigger.Batches(5_000, Duration.ofSeconds(10), options.maximumRecordAge())));
    }

    /// Invoked by operators. It takes no longer than the lake-writer may, since erasures wait that long for landings.
    private FunctionSpec replay() {
        return new FunctionSpec(
                "replay",
                new Size("lake-writer", 1024, CONSUMER),
                new Knows(
                        Map.of(
                                "WEIR_LAKE_BUCKET", names.bucket("lake"),
                                "WEIR_QUARANTINE_BUCKET", names.bucket("quarantine"),
                                "WEIR_FAILED_BUCKET", names.bucket("failed"),
                                "WEIR_REPLAY_OF", names.of("lake-writer"),
                                "QUARKUS_LAMBDA_HANDLER", "replay"),
                        List.of()),
                List.of(
                        grants.objects("LandEvents", "lake", "bronze/", "s3:PutObject", "s3:GetObject"),
                        Permission.of(
                                "KnowWhoIsErasedAndWhatIsCleaned",
                                List.of("s3:GetObject"),
                                names.bucketArn("lake") + "/suppression/list.json",
                                names.bucketArn("lake") + "/manifests/*"),
                        grants.objects("TakeFromQuarantine", "quarantine", "quarantine/", TAKE),
                        grants.objects("TakeFailedBatches", "failed", "aws/lambda/", TAKE),
                        Permission.of(
                                "FindObjects",
                                List.of("s3:ListBucket"),
                                names.bucketArn("lake"),
                                names.bucketArn("quarantine"),
                                names.bucketArn("failed")),
                        grants.key("EncryptObjects", "kms:GenerateDataKey", "kms:Decrypt")),
                List.of());
    }

    private FunctionSpec counters() {
        return new FunctionSpec(
                "counters",
                new Size("counters", 512, CONSUMER),
                counters("count", List.of()),
                List.of(
                        grants.items("Count", "counters", "dynamodb:GetItem", "dynamodb:UpdateItem"),
                        grants.key("DecryptEvents", "kms:Decrypt")),
                List.of(new Trigger.Batches(500, Duration.ZERO, options.maximumRecordAge())));
    }

    /// Invoked by operators, with the report of a batch.
    private FunctionSpec countersReplay() {
        return new FunctionSpec(
                "counters-replay",
                new Size("counters", 512, CONSUMER),
                counters("recount", List.of()),
                List.of(grants.items("Count", "counters", "dynamodb:GetItem", "dynamodb:UpdateItem")),
                List.of());
    }

    private FunctionSpec countersApi() {
        return new FunctionSpec(
                "counters-api",
                new Size("counters", 256, API),
                counters("query", List.of(SettingsFile.WRITE_KEYS)),
                List.of(grants.items("ReadCounters", "counters", "dynamodb:Query")),
                List.of(new Trigger.Http("GET", "/v1/counters/{product}/{counter}")));
    }

    private FunctionSpec compactor() {
        return new FunctionSpec(
                "compactor",
                new Size("compactor", 2048, LONGEST),
                new Knows(Map.of("WEIR_LAKE_BUCKET", names.bucket("lake")), List.of()),
                List.of(
                        grants.objects("ReadAndReplaceBronze", "lake", "bronze/", "s3:GetObject", "s3:DeleteObject"),
                        grants.objects("WriteSilver", "lake", "silver/", Grants.CHANGE),
                        grants.objects("WriteManifests", "lake", "manifests/", "s3:GetObject", "s3:PutObject"),
                        Permission.of(
                                "KnowWhoIsErased",
                                List.of("s3:GetObject"),
                                names.bucketArn("lake") + "/suppression/list.json"),
                        grants.list("FindObjects", "lake"),
                        grants.key("DecryptAndEncryptObjects", "kms:GenerateDataKey", "kms:Decrypt")),
                List.of(
                        new Trigger.Schedule(
                                "hours",
                                Duration.ofHours(1),
                                "cron(10 * * * ? *)",
                                "{\"extent\":\"hours\",\"days\":2}"),
                        new Trigger.Schedule(
                                "days", Duration.ofDays(1), "cron(40 1 * * ? *)", "{\"extent\":\"days\",\"days\":8}")));
    }

    /// One run at a time: two would replace the same objects, and each would examine again what the other has changed.
    private FunctionSpec privacy() {
        return new FunctionSpec(
                "privacy",
                new Size("privacy", 2048, LONGEST, 1),
                new Knows(privacyKnows(), List.of(SettingsFile.EVIDENCE_KEY)),
                erasing(),
                List.of(new Trigger.Schedule("due", Duration.ofMinutes(5), "rate(5 minutes)", "{}")));
    }

    private Map<String, String> privacyKnows() {
        return Map.ofEntries(
                entry("WEIR_PRIVACY_TABLE", names.of("privacy")),
                entry("WEIR_OBJECTIONS_TABLE", names.of("objections")),
                entry("WEIR_LAKE_BUCKET", names.bucket("lake")),
                entry("WEIR_QUARANTINE_BUCKET", names.bucket("quarantine")),
                entry("WEIR_FAILED_BUCKET", names.bucket("failed")),
                entry("WEIR_AUDIT_BUCKET", names.bucket("audit")),
                entry("WEIR_EXPORTS_BUCKET", names.bucket("exports")),
                entry("WEIR_PRIVACY_SETTLE", SETTLE.toString()),
                entry("WEIR_PRIVACY_IN_FLIGHT", options.inFlight().toString()),
                entry("WEIR_PRIVACY_RUN", RUN.toString()),
                entry("WEIR_OBJECTIONS_HOLD", HOLD.toString()),
                entry("QUARKUS_FUNQY_EXPORT", "work"));
    }

    private List<Permission> erasing() {
        return List.of(
                grants.items(
                        "WorkOnRequests",
                        "privacy",
                        "dynamodb:Query",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:DeleteItem"),
                grants.objects("EraseFromBronze", "lake", "bronze/", REWRITE),
                grants.objects("EraseFromSilver", "lake", "silver/", REWRITE),
                Permission.of(
                        "SayWhoIsErased",
                        List.of("s3:GetObject", "s3:PutObject"),
                        names.bucketArn("lake") + "/suppression/list.json"),
                grants.objects("EraseFromQuarantine", "quarantine", "quarantine/", ERASE),
                grants.objects("EraseFromFailedBatches", "failed", "aws/lambda/", ERASE),
                new Permission(
                        "FindObjectsAndTheirVersions",
                        List.of("s3:ListBucket", "s3:ListBucketVersions"),
                        List.of(names.bucketArn("lake"), names.bucketArn("quarantine"), names.bucketArn("failed"))),
                grants.items(
                        "ListObjections",
                        "objections",
                        "dynamodb:Query",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:DeleteItem"),
                grants.objects("FindManifests", "lake", "manifests/", "s3:GetObject"),
                grants.objects("KeepNotes", "lake", "privacy/", Grants.CHANGE),
                grants.objects("HandOut", "exports", "exports/", Grants.CHANGE),
                grants.list("TellMissingExports", "exports"),
                grants.objects("AddEvidence", "audit", "evidence/", "s3:GetObject", "s3:PutObject"),
                grants.list("FindEvidence", "audit"),
                grants.key("DecryptAndEncryptObjects", "kms:GenerateDataKey", "kms:Decrypt"));
    }

    private FunctionSpec privacyApi() {
        return new FunctionSpec(
                "privacy-api",
                new Size("privacy", 256, API),
                new Knows(
                        Map.of(
                                "WEIR_PRIVACY_TABLE",
                                names.of("privacy"),
                                "WEIR_EXPORTS_BUCKET",
                                names.bucket("exports"),
                                "WEIR_PSEUDONYM_KEYS",
                                PSEUDONYM_KEYS,
                                "QUARKUS_FUNQY_EXPORT",
                                "desk"),
                        List.of(SettingsFile.PRIVACY_KEYS)),
                List.of(
                        grants.pseudonymKeys(),
                        grants.items("TakeRequests", "privacy", "dynamodb:GetItem", "dynamodb:PutItem"),
                        grants.objects("LinkToExports", "exports", "exports/", "s3:GetObject"),
                        grants.key("DecryptExports", "kms:Decrypt")),
                List.of(
                        new Trigger.Http("POST", "/v1/privacy/requests"),
                        new Trigger.Http("GET", "/v1/privacy/requests/{id}")));
    }

    /// One run at a time, at an hour at which the daily compaction is over. It may not touch the audit log but
    /// to add to it.
    private FunctionSpec retention() {
        return new FunctionSpec(
                "retention",
                new Size("retention", 2048, LONGEST, 1),
                new Knows(
                        Map.of(
                                "WEIR_LAKE_BUCKET", names.bucket("lake"),
                                "WEIR_QUARANTINE_BUCKET", names.bucket("quarantine"),
                                "WEIR_FAILED_BUCKET", names.bucket("failed"),
                                "WEIR_AUDIT_BUCKET", names.bucket("audit")),
                        List.of()),
                List.of(
                        grants.objects("PurgeBronze", "lake", "bronze/", "s3:DeleteObject", "s3:DeleteObjectVersion"),
                        grants.objects("PurgeSilver", "lake", "silver/", ERASE),
                        grants.objects("ChangeManifests", "lake", "manifests/", Grants.CHANGE),
                        Permission.of(
                                "ForgetWhoWasErased",
                                List.of("s3:GetObject", "s3:PutObject"),
                                names.bucketArn("lake") + "/suppression/list.json"),
                        Permission.of(
                                "CompareClocks",
                                List.of("s3:PutObject"),
                                names.bucketArn("lake") + "/retention/clock.json"),
                        grants.objects("PurgeQuarantine", "quarantine", "quarantine/", "s3:DeleteObject"),
                        grants.objects("PurgeFailedBatches", "failed", "aws/lambda/", "s3:DeleteObject"),
                        new Permission(
                                "FindObjects",
                                List.of("s3:ListBucket"),
                                List.of(
                                        names.bucketArn("lake"),
                                        names.bucketArn("quarantine"),
                                        names.bucketArn("failed"))),
                        Permission.of("FindVersions", List.of("s3:ListBucketVersions"), names.bucketArn("lake")),
                        grants.objects("AddReports", "audit", "retention/", "s3:PutObject"),
                        grants.key("DecryptAndEncryptObjects", "kms:GenerateDataKey", "kms:Decrypt")),
                List.of(new Trigger.Schedule("daily", Duration.ofDays(1), "cron(20 3 * * ? *)", "{}")));
    }

    private Knows counters(String export, List<SettingsFile> files) {
        return new Knows(Map.of("WEIR_COUNTERS_TABLE", names.of("counters"), "QUARKUS_FUNQY_EXPORT", export), files);
    }
}
