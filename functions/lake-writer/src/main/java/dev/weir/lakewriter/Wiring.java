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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.S3Client;

/// What the lake-writer is made of. Settings: `WEIR_LAKE_BUCKET`, `WEIR_QUARANTINE_BUCKET`, `WEIR_S3_PATH_STYLE`, and
/// the AWS SDK's own, such as `AWS_ENDPOINT_URL_S3`.
final class Wiring {

    @Produces
    @Singleton
    Buckets buckets(
            S3Client s3,
            @ConfigProperty(name = "weir.lake-bucket") String lake,
            @ConfigProperty(name = "weir.quarantine-bucket") String quarantine) {
        return new Buckets(new S3Objects(s3, lake), new S3Objects(s3, quarantine));
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
}
