package dev.weir.benchmarks;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.BronzeWriter;
import dev.weir.lake.CompactedUnit;
import dev.weir.lake.Compaction;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.Extent;
import dev.weir.lake.LakeDay;
import dev.weir.lake.LakeObject;
import dev.weir.lake.SilverTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How fast an hour of `ott-streaming` is compacted, and how small it becomes. Prints what it measures: CPU time of the
/// thread that compacts, so that other work on the machine counts little.
final class CompactionBenchmark {

    private static final int PEOPLE = 100_000;
    private static final int SHARDS = 4;
    private static final LakeDay DAY = new LakeDay("ott-streaming", LocalDate.parse("2026-02-08"));
    private static final Instant HOUR = Instant.parse("2026-02-08T14:00:00Z");

    private CompactionBenchmark() {}

    /// @param events how many the hour has
    /// @param perObject how many of them are in an object of bronze, a multiple of ten
    static void run(int events, int perObject) throws IOException {
        try (Workplace place = new Workplace()) {
            measure(events, perObject, place.folder());
        }
    }

    private static void measure(int events, int perObject, Path folder) {
        FolderObjects lake = new FolderObjects(folder);
        BronzeTable table = new BronzeTable(Catalog.load().envelope());
        BronzeWriter writer = new BronzeWriter(table, lake);
        LakeEvents source = new LakeEvents(table, PEOPLE, 1);
        for (int object = 0; object < events / perObject; object++) {
            String shard = "shardId-00000000000" + object % SHARDS;
            writer.write(source.batch(perObject, HOUR, shard, object));
        }
        List<LakeObject> bronze = lake.list("bronze/");
        long start = cpu();
        long rows = compact(lake);
        double seconds = (cpu() - start) / 1e9;
        System.out.printf(
                "%,d events in %.1f s of CPU: %,.0f events/s and core; heap of %,d MB at most%n",
                rows, seconds, rows / seconds, Runtime.getRuntime().maxMemory() >> 20);
        tell(ColumnSizes.of(lake, bronze), ColumnSizes.of(lake, lake.list("silver/")));
    }

    private static long compact(FolderObjects lake) {
        SilverTable silver =
                new SilverTable(Catalog.load().envelope(), SilverColumns.load().of(DAY.product()));
        int[] runs = {0};
        Compaction compaction =
                new Compaction(lake, CompactionRules.DEFAULT, Clock.systemUTC(), () -> "run" + runs[0]++);
        long rows = 0;
        for (Optional<CompactedUnit> unit = compaction.next(DAY, silver, Extent.HOURS);
                unit.isPresent();
                unit = compaction.next(DAY, silver, Extent.HOURS)) {
            rows += ((CompactedUnit.Swapped) unit.get()).rows().read();
        }
        return rows;
    }

    private static void tell(ColumnSizes bronze, ColumnSizes silver) {
        bronze.print("bronze", 24);
        silver.print("silver", 40);
        System.out.printf("silver is %.1f %% smaller%n", 100 - 100.0 * silver.all() / bronze.all());
        long before = bronze.of(Set.of("event_name", "properties"));
        long after = silver.of(Set.of("event_name", "content_id_text", "stream_type_text"));
        System.out.printf(
                "an event's count by two of its properties reads %,d bytes of bronze, %,d of silver: %.0f %%%n",
                before, after, 100.0 * after / before);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
