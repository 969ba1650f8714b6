package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lake.Silver.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RelandingTest {

    private final MemoryLake lake = new MemoryLake();
    private final BronzeWriter writer = new BronzeWriter(Fields.TABLE, lake);
    private final Relanding relanding = new Relanding(Fields.TABLE, lake);

    private static List<BronzeRow> rows(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> event("e" + sequence).row(sequence, 0))
                .toList();
    }

    private List<Long> landed() {
        return Silver.seen(lake, Manifest.EMPTY).stream()
                .map(Seen::place)
                .map(place -> Long.valueOf(place.split("/", -1)[1]))
                .sorted()
                .toList();
    }

    private static Long[] numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toArray(Long[]::new);
    }

    private static String key(long first) {
        BronzeRow row = event("e").row(first, 0);
        return row.partition().prefix() + row.place().objectName() + ".parquet";
    }

    @Test
    void landsABatchOfWhichNothingHasLanded() {
        Written written = relanding.batch(rows(5, 9));

        assertThat(written.rows()).isEqualTo(5);
        assertThat(lake.objects).containsOnlyKeys(key(5));
        assertThat(lake.head(key(5)).orElseThrow()).containsEntry("last-sequence", "9");
    }

    @Test
    void landsNothingASecondTime() {
        relanding.batch(rows(5, 9));

        Written again = relanding.batch(rows(5, 9));

        assertThat(again).isEqualTo(new Written(List.of(), 5, 0));
        assertThat(landed()).containsExactly(numbers(5, 9));
    }

    @Test
    void landsTheRestOfWhatAnAttemptHadLanded() {
        writer.write(rows(5, 7));

        assertThat(relanding.batch(rows(5, 9)).alreadyThere()).isEqualTo(3);
        assertThat(landed()).containsExactly(numbers(5, 9));
    }

    @Test
    void knowsAnAttemptThatBeganWithRecordsThatAreErasedNow() {
        writer.write(rows(5, 9));

        assertThat(relanding.batch(rows(7, 9)).rows()).isZero();
        assertThat(landed()).containsExactly(numbers(5, 9));
    }

    @Test
    void leavesNeighboursInTheStreamAlone() {
        writer.write(rows(1, 4));
        writer.write(rows(10, 12));

        relanding.batch(rows(5, 9));

        assertThat(landed()).containsExactly(numbers(1, 12));
        assertThat(lake.objects).containsOnlyKeys(key(1), key(5), key(10));
    }

    @Test
    void landsAroundWhatIsThereWithoutReachingOverIt() {
        relanding.records(rows(7, 7));

        relanding.batch(rows(5, 9));

        assertThat(landed()).containsExactly(numbers(5, 9));
        assertThat(lake.head(key(5)).orElseThrow()).containsEntry("last-sequence", "6");
    }

    @Test
    void landsARecordThatItsBatchWentOnWithout() {
        writer.write(Stream.concat(rows(5, 6).stream(), rows(8, 9).stream()).toList());

        assertThat(relanding.records(rows(7, 7)).rows()).isEqualTo(1);
        assertThat(relanding.records(rows(7, 7)).rows()).isZero();
        assertThat(landed()).containsExactly(numbers(5, 9));
    }

    @Test
    void doesNotLandARecordThatItsBatchBroughtLater() {
        relanding.batch(rows(5, 9));

        assertThat(relanding.records(rows(7, 7)).rows()).isZero();
        assertThat(landed()).containsExactly(numbers(5, 9));
    }

    @Test
    void looksPastRecordsThatWerePutAside() {
        writer.write(rows(1, 9));
        relanding.records(List.of(event("late").row(3, 1)));

        assertThat(relanding.batch(rows(6, 9)).rows()).isZero();
    }

    @Test
    void waitsWhileTheNameIsBeingCleanedAway() {
        Manifest cleaning =
                Manifest.EMPTY.with(List.of(), Set.of(key(5)), lake.clock().instant());
        new Manifests(lake).replace(Silver.DAY, new Manifests.Version(Manifest.EMPTY, null), cleaning);

        assertThatThrownBy(() -> relanding.batch(rows(5, 9)))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContaining("cleaned away");
    }

    @Test
    void losesAndDoublesNothingWhereverItDies() {
        List<BronzeRow> batch = new ArrayList<>(rows(5, 9));
        batch.add(event("other hour").at("2026-02-08T15:00:00Z").row(9, 1));
        for (boolean done : new boolean[] {false, true}) {
            for (int call = 0; call < 12; call++) {
                lake.objects.clear();
                writer.write(rows(5, 6));
                lake.crash(call, done);
                try {
                    relanding.batch(batch);
                } catch (LakeUnavailable died) {
                    // What matters is what the next one finds.
                }
                lake.calm();

                relanding.batch(batch);

                assertThat(landed()).containsExactly(5L, 6L, 7L, 8L, 9L, 9L);
            }
        }
    }
}
