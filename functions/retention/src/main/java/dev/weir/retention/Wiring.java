package dev.weir.retention;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.DayPurge;
import dev.weir.lake.S3Objects;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.S3Client;

/// What retention is made of. Settings: `WEIR_LAKE_BUCKET`, `WEIR_QUARANTINE_BUCKET`, `WEIR_FAILED_BUCKET`,
/// `WEIR_AUDIT_BUCKET`, `WEIR_RETENTION_SHARE` (how many of a hundred objects may go at once; 20),
/// `WEIR_S3_PATH_STYLE`.
final class Wiring {

    @Produces
    @Singleton
    Buckets buckets(
            S3Client s3,
            @ConfigProperty(name = "weir.lake-bucket") String lake,
            @ConfigProperty(name = "weir.quarantine-bucket") String quarantine,
            @ConfigProperty(name = "weir.failed-bucket") String failed,
            @ConfigProperty(name = "weir.audit-bucket") String audit) {
        return new Buckets(
                new S3Objects(s3, lake),
                new S3Objects(s3, quarantine),
                new S3Objects(s3, failed),
                new S3Objects(s3, audit));
    }

    @Produces
    @Singleton
    Retention retention(
            Buckets buckets, @ConfigProperty(name = "weir.retention-share", defaultValue = "20") int share) {
        return retention(buckets, Catalog.load(), Clock.systemUTC(), share);
    }

    static Retention retention(Buckets buckets, Catalog catalog, Clock clock, int share) {
        DayPurge purge = new DayPurge(buckets.lake(), CompactionRules.DEFAULT, clock);
        Planning planning = new Planning(buckets.lake(), catalog, SilverColumns.load(), purge);
        Doubts doubts = new Doubts(buckets.lake(), catalog, clock, share);
        return new Retention(buckets, catalog, new Retention.Lake(planning, purge), doubts, clock);
    }

    @Produces
    @Singleton
    ReportArchive archive(Buckets buckets) {
        return new ReportArchive(buckets.audit());
    }
}
