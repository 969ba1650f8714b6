package dev.weir.lakewriter;

import dev.weir.core.catalog.Catalog;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.BronzeWriter;
import dev.weir.lake.Quarantine;
import dev.weir.lake.S3Objects;
import dev.weir.lake.Suppressions;
import dev.weir.stream.RecordCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.S3Client;

/// What the functions are made of. Each function makes its own part on first use. Settings: `WEIR_LAKE_BUCKET`,
/// `WEIR_QUARANTINE_BUCKET`, `WEIR_S3_PATH_STYLE`, and the AWS SDK's own, such as `AWS_ENDPOINT_URL_S3`; of `replay`
/// also
/// `WEIR_FAILED_BUCKET`, and in `WEIR_REPLAY_OF` the name of the function whose batches it puts through.
final class Wiring {

    @Produces
    @Singleton
    Buckets buckets(
            S3Client s3,
            @ConfigProperty(name = "weir.lake-bucket") String lake,
            @ConfigProperty(name = "weir.quarantine-bucket") String quarantine,
            @ConfigProperty(name = "weir.failed-bucket", defaultValue = "unset") String failed) {
        return new Buckets(new S3Objects(s3, lake), new S3Objects(s3, quarantine), new S3Objects(s3, failed));
    }

    @Produces
    @Singleton
    Landing landing(Buckets buckets) {
        BronzeTable table = new BronzeTable(Catalog.load().envelope());
        return new Landing(
                new RecordReader(new RecordCodec(), table),
                new Quarantine(buckets.quarantine(), "lake-writer"),
                new BronzeWriter(table, buckets.lake()),
                new Suppressions(buckets.lake()));
    }

    @Produces
    @Singleton
    Replay replay(Buckets buckets, @ConfigProperty(name = "weir.replay.of") Optional<String> consumer) {
        String name = consumer.orElseThrow(() -> new IllegalStateException("WEIR_REPLAY_OF is not set"));
        return new Replay(buckets, Catalog.load(), name, Clock.systemUTC());
    }
}
