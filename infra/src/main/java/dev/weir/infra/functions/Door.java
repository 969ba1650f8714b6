package dev.weir.infra.functions;

import dev.weir.infra.environment.Enrichment;
import dev.weir.infra.functions.FunctionSpec.Knows;
import dev.weir.infra.functions.FunctionSpec.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of who takes events in: the collector, and the drain of the queue for what the stream refuses.
record Door(Names names, Grants grants, Options options) {

    private static final Duration DRAIN = Duration.ofMinutes(1);

    FunctionSpec collector(Duration timeout) {
        return new FunctionSpec(
                "collector",
                new Size("collector", 512, timeout),
                new Knows(
                        environment(),
                        List.of(SettingsFile.WRITE_KEYS, SettingsFile.ISSUERS),
                        options.enrichment().layer() == null
                                ? List.of()
                                : List.of(options.enrichment().layer())),
                permissions(),
                List.of(
                        new Trigger.Http("POST", "/v1/events"),
                        new Trigger.Http("OPTIONS", "/v1/events"),
                        new Trigger.Http("GET", "/health")));
    }

    /// One function for each environment that has the queue; none for others.
    List<FunctionSpec> surge() {
        if (!options.surgeQueue()) {
            return List.of();
        }
        return List.of(new FunctionSpec(
                "surge",
                new Size("surge", 256, DRAIN),
                new Knows(
                        Map.of("WEIR_STREAM", names.stream(), "WEIR_SURGE_KEEPS", Options.SURGE_KEEPS.toString()),
                        List.of()),
                List.of(
                        Permission.of("PublishEvents", List.of("kinesis:PutRecord"), names.streamArn()),
                        grants.key("DecryptMessagesAndEncryptEvents", "kms:Decrypt", "kms:GenerateDataKey")),
                List.of(new Trigger.Messages("surge", 10, 2))));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "WEIR_STREAM", names.stream(),
                "WEIR_INTAKE_TABLE", names.of("intake"),
                "WEIR_OBJECTIONS_TABLE", names.of("objections"),
                "WEIR_OBJECTIONS_HOLD", Functions.HOLD.toString(),
                "WEIR_PSEUDONYM_KEYS", Functions.PSEUDONYM_KEYS));
        if (options.surgeQueue()) {
            environment.put("WEIR_SURGE_QUEUE", names.queueUrl("surge"));
        }
        Enrichment enrichment = options.enrichment();
        if (enrichment.geoDatabase() != null) {
            environment.put("WEIR_GEO_DATABASE", "/opt/" + enrichment.geoDatabase());
        }
        if (enrichment.lookups() != null) {
            environment.put("WEIR_LOOKUPS", "/opt/" + enrichment.lookups());
        }
        return environment;
    }

    private List<Permission> permissions() {
        List<Permission> permissions = new ArrayList<>(List.of(
                Permission.of(
                        "PublishEvents",
                        List.of("kinesis:PutRecord", "kinesis:PutRecords", "kinesis:DescribeStreamSummary"),
                        names.streamArn()),
                grants.key("EncryptEvents", "kms:GenerateDataKey"),
                grants.pseudonymKeys(),
                grants.items("LimitSenders", "intake", "dynamodb:PutItem"),
                grants.items("KnowWhoHasObjected", "objections", "dynamodb:GetItem", "dynamodb:Query")));
        if (options.surgeQueue()) {
            permissions.add(Permission.of("QueueWhatIsRefused", List.of("sqs:SendMessage"), names.queueArn("surge")));
            // SQS asks the sender's key for both.
            permissions.add(grants.key("EncryptMessages", "kms:GenerateDataKey", "kms:Decrypt"));
        }
        return permissions;
    }
}
