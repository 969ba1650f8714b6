package dev.weir.benchmarks;

import dev.weir.core.event.IdentityKind;
import dev.weir.lake.ErasedObject;
import dev.weir.lake.LakeObject;
import dev.weir.lake.ObjectEraser;
import dev.weir.lake.Sought;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.LocalInputFile;

/// What [ErasureBenchmark] measures in processes of their own. CPU time is that of the thread.
final class ErasureCost {

    /// Examines for nobody and erases, and prints the CPU time of both.
    static final String ERASE = "ErasureBenchmark.erase";

    /// Erases and prints how much heap that holds.
    static final String HOLD = "ErasureBenchmark.hold";

    private static final int SOUGHT = 20;
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    private final Path folder;
    private final FolderObjects lake;
    private final ObjectEraser eraser;

    ErasureCost(Path folder) {
        this.folder = folder;
        this.lake = new FolderObjects(folder);
        this.eraser = new ObjectEraser(lake, event -> false);
    }

    void ofErasing() {
        List<LakeObject> objects = lake.list(ErasureBenchmark.SILVER);
        examineForNobody("by code that is hardly compiled", objects.subList(0, Math.min(5, objects.size())));
        examineForNobody("at first", objects);
        examineForNobody("then", objects);
        erase(objects);
    }

    /// What it costs to find that somebody is not there.
    private void examineForNobody(String when, List<LakeObject> objects) {
        List<Sought> nobody = people(ErasureBenchmark.PEOPLE);
        long bytes = lake.bytesRead();
        long reads = lake.reads();
        long start = ErasureBenchmark.cpu();
        objects.forEach(object -> eraser.erase(object, nobody, plan -> {}));
        System.out.printf(
                "%,d objects examined for nobody, %s: %.2f ms of CPU, %,d bytes and %.1f reads per object, %.1f %% of its"
                        + " bytes%n",
                objects.size(),
                when,
                (ErasureBenchmark.cpu() - start) / 1e6 / objects.size(),
                (lake.bytesRead() - bytes) / objects.size(),
                (double) (lake.reads() - reads) / objects.size(),
                100.0 * (lake.bytesRead() - bytes) / ErasureBenchmark.size(objects));
    }

    private void erase(List<LakeObject> objects) {
        List<Sought> sought = people(0);
        List<ErasedObject> all = new ArrayList<>();
        long start = ErasureBenchmark.cpu();
        objects.forEach(object -> eraser.erase(object, sought, plan -> {}).ifPresent(all::add));
        double spent = (ErasureBenchmark.cpu() - start) / 1e9;
        List<ErasedObject> hit = all.stream().filter(ErasedObject::isChanged).toList();
        System.out.printf(
                "erased %d people: %,d objects examined, %,d rows of %,d objects removed, %,d row groups written anew and"
                        + " %,d copied, %.2f s of CPU%n",
                SOUGHT,
                all.size(),
                hit.stream()
                        .mapToLong(object -> object.rowsBefore() - object.rowsAfter())
                        .sum(),
                hit.size(),
                hit.stream().mapToInt(ErasedObject::groupsRewritten).sum(),
                hit.stream().mapToInt(ErasedObject::groupsCopied).sum(),
                spent);
        tellSizes(objects, hit);
    }

    private void tellSizes(List<LakeObject> before, List<ErasedObject> hit) {
        Set<String> keys = new HashSet<>();
        hit.forEach(object -> keys.add(object.key()));
        long old = ErasureBenchmark.size(
                before.stream().filter(object -> keys.contains(object.key())).toList());
        List<LakeObject> after = lake.list(ErasureBenchmark.SILVER).stream()
                .filter(object -> keys.contains(object.key()))
                .toList();
        long now = ErasureBenchmark.size(after);
        System.out.printf("their size: %,d bytes before, %,d after: %+.2f %%%n", old, now, 100.0 * (now - old) / old);
    }

    /// Erases others from some of the objects, once the code is loaded.
    void ofHolding() throws IOException {
        loadCode();
        List<LakeObject> some = some();
        List<Sought> others = people(2 * SOUGHT);
        long groups = 0;
        HeapPeak heap = HeapPeak.start();
        try (heap) {
            for (LakeObject object : some) {
                groups += erased(object, others);
            }
        }
        long held = heap.most() - heap.before();
        long group = largestGroup(some);
        System.out.printf(
                "%,d row groups written anew: held %,d bytes at most in %,d collections of all garbage, %,d bytes before;"
                        + " a row group is %,d bytes uncompressed: %.2f of one%n",
                groups, held, heap.collections(), heap.before(), group, (double) held / group);
    }

    /// What classes hold is no object's.
    private void loadCode() {
        List<Sought> others = people(SOUGHT);
        Iterator<LakeObject> objects = some().iterator();
        while (objects.hasNext() && erased(objects.next(), others) == 0) {
            // until there was somebody to erase
        }
    }

    private List<LakeObject> some() {
        List<LakeObject> objects = lake.list(ErasureBenchmark.SILVER);
        return objects.subList(0, Math.min(20, objects.size()));
    }

    /// How many row groups are written anew.
    private int erased(LakeObject object, List<Sought> others) {
        return eraser.erase(object, others, plan -> {})
                .map(ErasedObject::groupsRewritten)
                .orElse(0);
    }

    private long largestGroup(List<LakeObject> objects) throws IOException {
        long largest = 0;
        for (LakeObject object : objects) {
            try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(folder.resolve(object.key())))) {
                largest = Math.max(
                        largest,
                        file.getRowGroups().stream()
                                .mapToLong(BlockMetaData::getTotalByteSize)
                                .max()
                                .orElse(0));
            }
        }
        return largest;
    }

    private static List<Sought> people(int first) {
        return IntStream.range(first, first + SOUGHT)
                .<Sought>mapToObj(
                        number -> new Sought.Person(Set.of(LakeEvents.name(IdentityKind.USER, number)), LATER))
                .toList();
    }
}
