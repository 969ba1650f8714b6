package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;

import dev.weir.core.event.IdentityKind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/// How fast an hour is compacted, and how small it becomes: `docs/lake.md` says how to run it. Prints what it measures;
/// CPU
/// time of the thread that compacts, so that other work on the machine counts little.
final class CompactionBenchmark {

    private static final int EVENTS_PER_OBJECT = 5_000;
    private static final int EVENTS_PER_REQUEST = 10;
    private static final int SUBJECTS = 100_000;

    private CompactionBenchmark() {}

    /// Measures one hour.
    ///
    /// @param arguments how many events the hour has; 2 million unless it is said
    public static void main(String[] arguments) {
        int events = arguments.length == 0 ? 2_000_000 : Integer.parseInt(arguments[0]);
        MemoryLake lake = new MemoryLake();
        for (int object = 0; object < events / EVENTS_PER_OBJECT; object++) {
            new BronzeWriter(Fields.TABLE, lake).write(rows(object));
        }
        lake.pass(Duration.ofDays(2));
        List<LakeObject> bronze = lake.list("bronze/");
        long start = cpu();
        long rows = 0;
        int[] runs = {0};
        Compaction compaction = new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run" + runs[0]++);
        for (Optional<CompactedUnit> unit = compaction.next(Silver.DAY, Silver.TABLE, Extent.HOURS);
                unit.isPresent();
                unit = compaction.next(Silver.DAY, Silver.TABLE, Extent.HOURS)) {
            rows += ((CompactedUnit.Swapped) unit.get()).rows();
        }
        double seconds = (cpu() - start) / 1e9;
        List<LakeObject> silver = lake.list("silver/");
        System.out.printf(
                "%,d events in %.1f s of CPU: %,.0f events/s; heap at most %,d MB%n",
                rows, seconds, rows / seconds, Runtime.getRuntime().maxMemory() >> 20);
        System.out.printf(
                "bronze %,d objects %,d bytes; silver %,d objects %,d bytes: %.0f %%%n",
                bronze.size(), bytes(bronze), silver.size(), bytes(silver), 100.0 * bytes(silver) / bytes(bronze));
        long before = read(lake, bronze, Set.of("event_name", "properties"));
        long after = read(lake, silver, Set.of("event_name", "properties", "title_text", "count_int"));
        System.out.printf(
                "an event's count by two of its properties reads %,d bytes of bronze, %,d of silver: %.0f %%%n",
                before, after, 100.0 * after / before);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long bytes(List<LakeObject> objects) {
        return objects.stream().mapToLong(LakeObject::size).sum();
    }

    private static long read(MemoryLake lake, List<LakeObject> objects, Set<String> columns) {
        return objects.stream()
                .flatMap(object -> new ParquetObject(lake, object).groups().stream())
                .flatMap(group -> group.getColumns().stream())
                .filter(column -> columns.contains(column.getPath().toDotString()))
                .mapToLong(ColumnChunkMetaData::getTotalSize)
                .sum();
    }

    private static List<BronzeRow> rows(int object) {
        Random random = new Random(object);
        List<BronzeRow> rows = new ArrayList<>();
        Instant from = Instant.parse("2026-02-08T14:00:00Z");
        String shard = "shardId-00000000000" + object % 4;
        for (int request = 0; request < EVENTS_PER_OBJECT / EVENTS_PER_REQUEST; request++) {
            long subject = random.nextInt(SUBJECTS) * 0x9E3779B97F4A7C15L;
            long sequence = 4968042110182670630L + object * 1_000_000_000L + request * 1_000L;
            for (int index = 0; index < EVENTS_PER_REQUEST; index++) {
                rows.add(event(new UUID(random.nextLong(), random.nextLong()).toString())
                        .at(from.plusMillis(random.nextInt(3_600_000)).toString())
                        .of(IdentityKind.USER, subject)
                        .of(IdentityKind.DEVICE, subject + 1)
                        .context("platform", "android_tv")
                        .context("market", "GB")
                        .json(properties(random))
                        .row(shard, sequence, index));
            }
        }
        return rows;
    }

    private static String properties(Random random) {
        return """
                {"title":"content-%d","count":%d,"price":%s,"gift":%b,"at":"%s","on":"2026-02-%02d",\
                "parts":[%d,%d],"note":"n%d"}""".formatted(
                        random.nextInt(20_000),
                        random.nextInt(7_200_000),
                        random.nextInt(10_000) / 100.0,
                        random.nextBoolean(),
                        Instant.parse("2026-02-08T00:00:00.001Z").plusMillis(random.nextInt(80_000_000)),
                        1 + random.nextInt(28),
                        random.nextInt(100),
                        random.nextInt(100),
                        random.nextInt(50));
    }
}
