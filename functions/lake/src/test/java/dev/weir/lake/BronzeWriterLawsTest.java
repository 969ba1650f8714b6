package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.lake.FaultyObjects.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// A shard consumed as Lambda does it: from the checkpoint, retried until it works, the retry as long as the attempt
/// before it or longer, attempts that were given up waking up late, before and in the middle of others.
class BronzeWriterLawsTest {

    private static final String[] HOURS = {"2026-02-08T14:59:59Z", "2026-02-08T15:00:00Z"};
    private static final String[] PRODUCTS = {"ott-streaming", "video-window"};

    @Property(tries = 120)
    void everyEventIsThereOnceHoweverItsBatchesWereTried(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<List<BronzeRow>> shard = shard(random);
        FaultyObjects lake = new FaultyObjects();

        consume(shard, lake, random);

        assertThat(landed(lake)).containsExactlyInAnyOrderElementsOf(places(shard));
    }

    private static void consume(List<List<BronzeRow>> shard, FaultyObjects lake, Random random) {
        BronzeWriter writer = new BronzeWriter(Fields.TABLE, lake);
        List<List<BronzeRow>> ghosts = new ArrayList<>();
        int checkpoint = 0;
        int end = 0;
        while (checkpoint < shard.size()) {
            end = Math.min(shard.size(), Math.max(end, checkpoint + 1) + random.nextInt(4));
            List<BronzeRow> batch = shard.subList(checkpoint, end).stream()
                    .flatMap(List::stream)
                    .toList();
            lake.failing(faults(random));
            if (!ghosts.isEmpty() && random.nextBoolean()) {
                List<BronzeRow> ghost = ghosts.get(random.nextInt(ghosts.size()));
                lake.meanwhile(() -> attempt(writer, ghost));
            }
            ghosts.add(batch);
            if (attempt(writer, batch)) {
                checkpoint = end;
            }
        }
    }

    private static boolean attempt(BronzeWriter writer, List<BronzeRow> batch) {
        try {
            writer.write(batch);
            return true;
        } catch (LakeUnavailable scripted) {
            return false;
        }
    }

    private static List<Fault> faults(Random random) {
        Fault[] all = Fault.values();
        return Stream.generate(() -> random.nextInt(3) == 0 ? all[random.nextInt(all.length)] : Fault.NONE)
                .limit(8)
                .toList();
    }

    private static List<List<BronzeRow>> shard(Random random) {
        List<List<BronzeRow>> records = new ArrayList<>();
        long sequence = 95;
        for (int record = 0; record < 12; record++) {
            sequence += 1 + random.nextInt(3);
            records.add(record(sequence, random));
        }
        return records;
    }

    private static List<BronzeRow> record(long sequence, Random random) {
        List<BronzeRow> rows = new ArrayList<>();
        int events = random.nextInt(4);
        for (int index = 0; index < events; index++) {
            rows.add(event("e" + random.nextInt(5))
                    .at(HOURS[random.nextInt(2)])
                    .product(PRODUCTS[random.nextInt(2)])
                    .row(sequence, index));
        }
        return rows;
    }

    private static List<String> places(List<List<BronzeRow>> shard) {
        return shard.stream()
                .flatMap(List::stream)
                .map(row -> row.place().sequence() + "/" + row.index())
                .toList();
    }

    private static List<String> landed(FaultyObjects lake) throws IOException {
        if (lake.objects.isEmpty()) {
            return List.of();
        }
        Path folder = Files.createTempDirectory("weir-lake");
        try {
            return Lake.select(folder, lake.bytes(), "select sequence || '/' || record_index from FILES").stream()
                    .map(List::getFirst)
                    .toList();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
