package dev.weir.benchmarks;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.BronzeWriter;
import dev.weir.lake.Compaction;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.Extent;
import dev.weir.lake.LakeDay;
import dev.weir.lake.LakeObject;
import dev.weir.lake.SilverTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Erases twenty people from the silver of many days of `ott-streaming`, one object a day, and rewrites the
/// objects that they were in with Parquet's own reader and writer, to compare. Then it erases twenty others, and
/// looks how much heap that holds. Prints what it measures.
///
/// @param folder the lake's bucket
record ErasureBenchmark(Path folder, FolderObjects lake) {

    /// Of whom somebody is in each object of 200,000 rows, with ten events for each of its 20,000 requests.
    static final int PEOPLE = 1_000_000;

    /// What the names of the objects that are measured begin with.
    static final String SILVER = "silver/";

    private static final String PRODUCT = "ott-streaming";
    private static final int SMALL_HEAP_MB = 48;

    private ErasureBenchmark(Path folder) {
        this(folder, new FolderObjects(folder));
    }

    /// @param objects how many days
    /// @param rows how many events a day, a multiple of ten
    /// @param different how many of the days have events of their own; objects of the others are copies
    static void run(int objects, int rows, int different) throws IOException {
        try (Workplace place = new Workplace()) {
            ErasureBenchmark benchmark = new ErasureBenchmark(place.folder());
            benchmark.prepare(objects, rows, different);
            List<LakeObject> before = benchmark.lake.list(SILVER);
            fork(place.folder(), ErasureCost.ERASE);
            benchmark.rewrite(benchmark.lake.list(SILVER).stream()
                    .filter(object -> !before.contains(object))
                    .toList());
            fork(place.folder(), ErasureCost.HOLD);
        }
    }

    private void prepare(int objects, int rows, int different) throws IOException {
        for (int day = 0; day < Math.min(objects, different); day++) {
            land(day, rows);
        }
        List<LakeObject> landed = lake.list(SILVER);
        for (int day = landed.size(); day < objects; day++) {
            LakeObject original = landed.get(day % landed.size());
            LocalDate date = LocalDate.parse("2025-01-01").minusDays(day);
            Path copy = folder.resolve(original.key().replaceFirst("dt=[0-9-]+", "dt=" + date));
            Files.createDirectories(copy.getParent());
            Files.copy(folder.resolve(original.key()), copy);
        }
        System.out.printf(
                "%,d objects of %,d rows, %,d of them different, %,d bytes in all%n",
                objects, rows, landed.size(), size(lake.list(SILVER)));
    }

    private void land(int day, int rows) {
        LocalDate date = LocalDate.parse("2026-02-08").minusDays(day);
        BronzeTable table = new BronzeTable(Catalog.load().envelope());
        Instant hour = date.atTime(14, 0).toInstant(ZoneOffset.UTC);
        new BronzeWriter(table, lake)
                .write(new LakeEvents(table, PEOPLE, day).batch(rows, hour, "shardId-000000000000", day));
        SilverTable silver =
                new SilverTable(Catalog.load().envelope(), SilverColumns.load().of(PRODUCT));
        LakeDay of = new LakeDay(PRODUCT, date);
        new Compaction(lake, CompactionRules.DEFAULT, Clock.systemUTC(), () -> "run").next(of, silver, Extent.ALL);
        lake.list(of.bronze()).forEach(object -> lake.delete(object.key()));
    }

    /// Does a part in a process of its own, which has little heap and has compiled nothing yet.
    private static void fork(Path folder, String part) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        // or it leaves some of the garbage where it is, and that counts as held
                        "-XX:MarkSweepDeadRatio=0",
                        "-Xmx" + SMALL_HEAP_MB + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        part,
                        folder.toString())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(part + " with " + SMALL_HEAP_MB + " MB of heap has failed");
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private void rewrite(List<LakeObject> hit) throws IOException {
        long start = cpu();
        for (LakeObject object : hit) {
            FullRewrite.of(folder.resolve(object.key()), folder.resolve("rewritten.parquet"));
        }
        System.out.printf(
                "written anew as a whole, the same %,d objects: %.2f s of CPU%n", hit.size(), (cpu() - start) / 1e9);
    }

    static long size(List<LakeObject> objects) {
        return objects.stream().mapToLong(LakeObject::size).sum();
    }

    /// Of this thread, in nanoseconds.
    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
