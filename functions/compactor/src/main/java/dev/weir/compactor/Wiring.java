package dev.weir.compactor;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.S3Objects;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.S3Client;

/// What the compactor is made of. Settings: `WEIR_LAKE_BUCKET`, `WEIR_S3_PATH_STYLE`, and the AWS SDK's
/// own, such as `AWS_ENDPOINT_URL_S3`.
final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Compactor compactor(S3Client s3, Clock clock, @ConfigProperty(name = "weir.lake-bucket") String bucket) {
        LakeObjects lake = new S3Objects(s3, bucket);
        return new Compactor(lake, Catalog.load(), SilverColumns.load(), CompactionRules.DEFAULT, clock);
    }
}
