package dev.weir.privacy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.privacy.EvidenceKey;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.core.privacy.Pseudonyms;
import dev.weir.lake.S3Objects;
import dev.weir.stream.RecordCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// What the functions are made of. Each function makes its own part on first use. Settings: `WEIR_PRIVACY_TABLE`; of
/// the
/// desk `WEIR_PRIVACY_KEYS` and `WEIR_PSEUDONYM_KEYS`; of the worker `WEIR_LAKE_BUCKET`, `WEIR_QUARANTINE_BUCKET`,
/// `WEIR_FAILED_BUCKET`, `WEIR_AUDIT_BUCKET`, `WEIR_EVIDENCE_KEY`, `WEIR_PRIVACY_SETTLE`, `WEIR_PRIVACY_IN_FLIGHT`.
final class Wiring {

    private static final String UNSET = "unset";

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
            @ConfigProperty(name = "weir.pseudonym.keys") Optional<Path> pseudonyms,
            Requests requests,
            Clock clock) {
        return new Desk(
                PrivacyKeys.read(required(keys, "WEIR_PRIVACY_KEYS")),
                new Pseudonyms(PseudonymKeys.read(required(pseudonyms, "WEIR_PSEUDONYM_KEYS"))),
                requests,
                clock);
    }

    @Produces
    @Singleton
    Buckets buckets(
            S3Client s3,
            @ConfigProperty(name = "weir.lake-bucket", defaultValue = UNSET) String lake,
            @ConfigProperty(name = "weir.quarantine-bucket", defaultValue = UNSET) String quarantine,
            @ConfigProperty(name = "weir.failed-bucket", defaultValue = UNSET) String failed,
            @ConfigProperty(name = "weir.audit-bucket", defaultValue = UNSET) String audit) {
        return new Buckets(
                new S3Objects(s3, lake),
                new S3Objects(s3, quarantine),
                new S3Objects(s3, failed),
                new S3Objects(s3, audit));
    }

    @Produces
    @Singleton
    Worker.Timing timing(
            Clock clock,
            @ConfigProperty(name = "weir.privacy.settle", defaultValue = "PT70S") Duration settle,
            @ConfigProperty(name = "weir.privacy.in-flight", defaultValue = "PT25H") Duration inFlight) {
        return new Worker.Timing(new Times(settle, inFlight), clock);
    }

    @Produces
    @Singleton
    Worker worker(
            Buckets buckets,
            Requests requests,
            Worker.Timing timing,
            @ConfigProperty(name = "weir.evidence.key") Optional<Path> key) {
        EvidenceKey signing = EvidenceKey.read(required(key, "WEIR_EVIDENCE_KEY"));
        Sweep sweep = new Sweep(buckets, Catalog.load(), requests, new RecordCodec());
        return new Worker(requests, sweep, new EvidenceLedger(buckets.audit(), signing), buckets.lake(), timing);
    }

    private static Path required(Optional<Path> file, String setting) {
        return file.orElseThrow(() -> new IllegalStateException(setting + " is not set"));
    }
}
