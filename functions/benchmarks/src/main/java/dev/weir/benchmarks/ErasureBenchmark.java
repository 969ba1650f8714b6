package dev.weir.benchmarks;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.core.event.IdentityKind;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.BronzeWriter;
import dev.weir.lake.Compaction;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.ErasedObject;
import dev.weir.lake.Extent;
import dev.weir.lake.LakeDay;
import dev.weir.lake.LakeObject;
import dev.weir.lake.ObjectEraser;
import dev.weir.lake.SilverTable;
import dev.weir.lake.Sought;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Erases twenty people from the silver of many days of `ott-streaming`, one object a day, and rewrites the objects
/// that
/// they were in with Parquet's own reader and writer, to compare. Prints what it measures: CPU time of the thread,
/// bytes
/// that were read, and the heap that was in use after garbage collections.
final class ErasureBenchmark {

    private static final int SOUGHT = 20;
    private static final int PEOPLE = 1_000_000;
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
    private static final String SILVER = "silver/";
    private static final int HEAP_MB = 48;

    /// What [Bench] calls the part that runs in a process of its own.
    static final String ERASE = "ErasureBenchmark.erase";

    private static final String PRODUCT = "ott-streaming";

    private final Path folder;
    private final FolderObjects lake;

    private ErasureBenchmark(Path folder) {
        this.folder = folder;
        this.lake = new FolderObjects(folder);
    }

    /// Erases in a process of its own, with little heap.
    ///
    /// @param objects how many days
    /// @param rows how many events a day, a multiple of ten
    static void run(int objects, int rows) throws IOException {
        try (Workplace place = new Workplace()) {
            ErasureBenchmark benchmark = new ErasureBenchmark(place.folder());
            for (int day = 0; day < objects; day++) {
                benchmark.land(day, rows);
            }
            List<LakeObject> before = benchmark.lake.list(SILVER);
            System.out.printf("%,d objects of %,d rows, %,d bytes in all%n", objects, rows, size(before));
            fork(place.folder());
            benchmark.rewrite(benchmark.lake.list(SILVER).stream()
                    .filter(object -> !before.contains(object))
                    .toList());
        }
    }

    private static void fork(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + HEAP_MB + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        ERASE,
                        folder.toString())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("erasing with " + HEAP_MB + " MB of heap has failed");
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    /// Erases from the objects of a folder, in this process.
    static void erase(Path folder) {
        new ErasureBenchmark(folder).measure();
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

    private void measure() {
        List<LakeObject> objects = lake.list(SILVER);
        ObjectEraser eraser = new ObjectEraser(lake, event -> false);
        examineForNobody(eraser, objects);
        examineForNobody(eraser, objects);
        erase(eraser, objects);
    }

    /// What it costs to find that somebody is not there.
    private void examineForNobody(ObjectEraser eraser, List<LakeObject> objects) {
        List<Sought> nobody = IntStream.range(0, SOUGHT)
                .mapToObj(number -> person(PEOPLE + number))
                .toList();
        long bytes = lake.bytesRead();
        long reads = lake.reads();
        long start = cpu();
        objects.forEach(object -> eraser.erase(object, nobody, plan -> {}));
        System.out.printf(
                "examined for nobody: %.2f ms of CPU, %,d bytes and %.1f reads per object, %.1f %% of its bytes%n",
                (cpu() - start) / 1e6 / objects.size(),
                (lake.bytesRead() - bytes) / objects.size(),
                (double) (lake.reads() - reads) / objects.size(),
                100.0 * (lake.bytesRead() - bytes) / size(objects));
    }

    private void erase(ObjectEraser eraser, List<LakeObject> objects) {
        List<Sought> sought =
                IntStream.range(0, SOUGHT).mapToObj(ErasureBenchmark::person).toList();
        List<ErasedObject> all = new ArrayList<>();
        HeapPeak heap = HeapPeak.start();
        long start = cpu();
        objects.forEach(object -> eraser.erase(object, sought, plan -> {}).ifPresent(all::add));
        double spent = (cpu() - start) / 1e9;
        List<ErasedObject> hit = all.stream().filter(ErasedObject::isChanged).toList();
        System.out.printf(
                "erased %d people: %,d rows of %,d objects, %,d row groups written anew and %,d copied, %.2f s of CPU%n",
                SOUGHT,
                hit.stream()
                        .mapToLong(object -> object.rowsBefore() - object.rowsAfter())
                        .sum(),
                hit.size(),
                hit.stream().mapToInt(ErasedObject::groupsRewritten).sum(),
                hit.stream().mapToInt(ErasedObject::groupsCopied).sum(),
                spent);
        System.out.printf(
                "heap in use after garbage collections: %,d MB at most, %,d MB before; limit %,d MB%n",
                heap.most() >> 20, heap.before() >> 20, Runtime.getRuntime().maxMemory() >> 20);
        tellSizes(objects, hit);
    }

    private void tellSizes(List<LakeObject> before, List<ErasedObject> hit) {
        Set<String> keys = new HashSet<>();
        hit.forEach(object -> keys.add(object.key()));
        long old = size(
                before.stream().filter(object -> keys.contains(object.key())).toList());
        long now = size(lake.list(SILVER).stream()
                .filter(object -> keys.contains(object.key()))
                .toList());
        System.out.printf("their size: %,d bytes before, %,d after: %+.2f %%%n", old, now, 100.0 * (now - old) / old);
    }

    private void rewrite(List<LakeObject> hit) throws IOException {
        long start = cpu();
        for (LakeObject object : hit) {
            FullRewrite.of(folder.resolve(object.key()), folder.resolve("rewritten.parquet"));
        }
        System.out.printf(
                "written anew as a whole, the same %,d objects: %.2f s of CPU%n", hit.size(), (cpu() - start) / 1e9);
    }

    private static Sought person(int number) {
        return new Sought.Person(Set.of(LakeEvents.name(IdentityKind.USER, number)), LATER);
    }

    private static long size(List<LakeObject> objects) {
        return objects.stream().mapToLong(LakeObject::size).sum();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
