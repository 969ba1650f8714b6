package dev.weir.privacy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.privacy.EvidenceKey;
import dev.weir.core.privacy.Pseudonyms;
import dev.weir.lake.S3Objects;
import dev.weir.stream.RecordCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// What the functions are made of. Each function makes its own part on first use. Settings: `WEIR_PRIVACY_TABLE` and
/// `WEIR_EXPORTS_BUCKET`; of the desk `WEIR_PRIVACY_KEYS` and `WEIR_PSEUDONYM_KEYS` (a file, or the ARN of a secret);
/// of the worker `WEIR_LAKE_BUCKET`, `WEIR_QUARANTINE_BUCKET`, `WEIR_FAILED_BUCKET`, `WEIR_AUDIT_BUCKET`,
/// `WEIR_OBJECTIONS_TABLE`, `WEIR_EVIDENCE_KEY`, and the durations `WEIR_PRIVACY_SETTLE`, `WEIR_PRIVACY_IN_FLIGHT`,
/// `WEIR_PRIVACY_RUN` and `WEIR_OBJECTIONS_HOLD`.
final class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);
    private static final String UNSET = "unset";
    private static final Duration CLOCKS_DRIFT = Duration.ofSeconds(1);

    /// Objects that an erasure examines at a time. One may be 32 MB, and the disk of a function has 512.
    private static final int EXAMINED_AT_ONCE = 8;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Requests requests(DynamoDbClient dynamo, @ConfigProperty(name = "weir.privacy.table") String table) {
        return new RequestTable(dynamo, table);
    }

    @Produces
    @Singleton
    Desk desk(
            @ConfigProperty(name = "weir.privacy.keys") Optional<Path> keys,
            @ConfigProperty(name = "weir.pseudonym.keys") Optional<String> pseudonyms,
            Requests requests,
            Clock clock) {
        Catalog catalog = Catalog.load();
        PrivacyKeys kept = PrivacyKeys.read(required(keys, "WEIR_PRIVACY_KEYS"));
        // They are taken: what is stored of a product may outlive its catalog, and people can be in it.
        kept.productsBeyond(catalog)
                .forEach(product -> LOG.warnf("there are privacy keys, the catalog lacks product=%s", product));
        return new Desk(
                kept,
                new DemandReader(catalog),
                new Pseudonyms(
                        SecretKeys.read(required(pseudonyms, "WEIR_PSEUDONYM_KEYS"), SecretsManagerClient::create)),
                requests,
                clock);
    }

    @Produces
    @Singleton
    StatusJson status(ExportSettings settings, Clock clock) {
        return new StatusJson(new ExportLinks(new ExportSigner(settings)::sign), clock);
    }

    @Produces
    @Singleton
    ExportSettings exports(
            @ConfigProperty(name = "weir.exports-bucket", defaultValue = UNSET) String bucket,
            @ConfigProperty(name = "weir.s3.path-style", defaultValue = "false") boolean pathStyle,
            @ConfigProperty(name = "aws.endpoint.url.s3") Optional<URI> endpoint) {
        return new ExportSettings(bucket, pathStyle, endpoint);
    }

    @Produces
    @Singleton
    Buckets buckets(
            S3Client s3,
            @ConfigProperty(name = "weir.lake-bucket", defaultValue = UNSET) String lake,
            @ConfigProperty(name = "weir.quarantine-bucket", defaultValue = UNSET) String quarantine,
            @ConfigProperty(name = "weir.failed-bucket", defaultValue = UNSET) String failed,
            @ConfigProperty(name = "weir.audit-bucket", defaultValue = UNSET) String audit,
            ExportSettings exports) {
        return new Buckets(
                new S3Objects(s3, lake),
                new S3Objects(s3, quarantine),
                new S3Objects(s3, failed),
                new S3Objects(s3, audit),
                new ExportBucket(s3, exports.bucket()));
    }

    @Produces
    @Singleton
    ObjectionLog objections(
            DynamoDbClient dynamo, @ConfigProperty(name = "weir.objections-table", defaultValue = UNSET) String table) {
        return new ObjectionTable(dynamo, table);
    }

    @Produces
    @Singleton
    Worker.Timing timing(
            Clock clock,
            @ConfigProperty(name = "weir.privacy.settle", defaultValue = "PT70S") Duration settle,
            @ConfigProperty(name = "weir.privacy.in-flight", defaultValue = "PT25H") Duration inFlight,
            @ConfigProperty(name = "weir.objections-hold", defaultValue = "PT60S") Duration hold,
            @ConfigProperty(name = "weir.privacy.run", defaultValue = "PT13M") Duration run) {
        return new Worker.Timing(new Times(settle, inFlight, hold.plus(CLOCKS_DRIFT), run), clock);
    }

    @Produces
    @Singleton
    EvidenceLedger ledger(Buckets buckets, @ConfigProperty(name = "weir.evidence.key") Optional<Path> key) {
        return new EvidenceLedger(buckets.audit(), EvidenceKey.read(required(key, "WEIR_EVIDENCE_KEY")));
    }

    @Produces
    @Singleton
    Worker worker(
            Buckets buckets, Requests requests, ObjectionLog objections, EvidenceLedger ledger, Worker.Timing timing) {
        Catalog catalog = Catalog.load();
        RecordCodec codec = new RecordCodec();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "weir-exports");
        return new Worker(
                requests,
                new Objecting(requests, objections, ledger, timing.times().heeded(), timing.clock()),
                new Erasing(
                        requests,
                        new Sweep(buckets, catalog, requests, codec, EXAMINED_AT_ONCE),
                        ledger,
                        buckets.lake(),
                        timing),
                new Exporting(requests, new ExportSearch(buckets, catalog, codec), ledger, folder, timing.clock()),
                timing);
    }

    private static <T> T required(Optional<T> value, String setting) {
        return value.orElseThrow(() -> new IllegalStateException(setting + " is not set"));
    }
}
