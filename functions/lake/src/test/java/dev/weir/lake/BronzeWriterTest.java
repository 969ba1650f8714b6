package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lake.FaultyObjects.Fault;
import dev.weir.lake.Written.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BronzeWriterTest {

    private static final String HOUR_14 = "bronze/product=ott-streaming/dt=2026-02-08/hour=14/";
    private static final String HOUR_15 = "bronze/product=ott-streaming/dt=2026-02-08/hour=15/";

    private final FaultyObjects lake = new FaultyObjects();
    private final BronzeWriter writer = new BronzeWriter(Fields.TABLE, lake);

    @TempDir
    Path folder;

    @Test
    void namesAnObjectFromItsShardAndFirstSequence() {
        Written written = writer.write(rows(5, 9));

        assertThat(written).isEqualTo(new Written(List.of(stored(object(HOUR_14, 5), 5)), 0, 0));
        assertThat(lake.object(object(HOUR_14, 5)).metadata()).isEqualTo(Map.of("last-sequence", "9", "rows", "5"));
    }

    @Test
    void writesNothingTheSecondTime() {
        writer.write(rows(5, 9));

        Written again = writer.write(rows(5, 9));

        assertThat(again).isEqualTo(new Written(List.of(), 5, 0));
        assertThat(lake.objects).hasSize(1);
    }

    @Test
    void writesOnlyWhatIsPastTheEarlierAttempt() throws IOException {
        writer.write(rows(5, 9));

        Written larger = writer.write(rows(5, 20));

        assertThat(larger).isEqualTo(new Written(List.of(stored(object(HOUR_14, 10), 11)), 5, 0));
        assertThat(Lake.select(folder, lake.bytes(), "select count(*), count(distinct sequence) from FILES"))
                .containsExactly(List.of("16", "16"));
    }

    @Test
    void followsSeveralEarlierAttemptsToTheirEnd() {
        writer.write(rows(5, 9));
        writer.write(rows(5, 20));

        Written third = writer.write(rows(5, 21));

        assertThat(third).isEqualTo(new Written(List.of(stored(object(HOUR_14, 21), 1)), 16, 0));
    }

    @Test
    void keepsAllEventsOfARecordTogether() {
        writer.write(List.of(event("a").row(5, 0), event("b").row(5, 1)));

        Written larger = writer.write(
                List.of(event("a").row(5, 0), event("b").row(5, 1), event("c").row(6, 0)));

        assertThat(larger.rows()).isEqualTo(1);
        assertThat(larger.alreadyThere()).isEqualTo(2);
    }

    @Test
    void givesEveryPartitionAndShardItsOwnObject() {
        EventBuilder later = event("e").at("2026-02-08T15:00:00Z");

        Written written = writer.write(List.of(
                event("e").row(1, 0),
                later.row(2, 0),
                event("e").row(3, 0),
                event("e").row("shardId-000000000001", 2, 0),
                event("e").product("video-window").row(2, 1)));

        assertThat(written.objects())
                .containsExactlyInAnyOrder(
                        stored(object(HOUR_14, 1), 2),
                        stored(object(HOUR_15, 2), 1),
                        stored(object(HOUR_14, 2).replace("shardId-000000000000", "shardId-000000000001"), 1),
                        stored(object(HOUR_14, 2).replace("ott-streaming", "video-window"), 1));
    }

    @Test
    void doesNotNeedItsRowsInOrder() {
        Written written = writer.write(rows(5, 12).reversed());

        assertThat(written.objects()).containsExactly(stored(object(HOUR_14, 5), 8));
        assertThat(lake.object(object(HOUR_14, 5)).metadata()).containsEntry("last-sequence", "12");
    }

    @Test
    void seesItsOwnObjectWhenOnlyTheAnswerWasLost() {
        lake.failing(List.of(Fault.LOST_AFTER_STORING));
        assertThatThrownBy(() -> writer.write(rows(5, 9))).isInstanceOf(LakeUnavailable.class);

        assertThat(writer.write(rows(5, 9))).isEqualTo(new Written(List.of(), 5, 0));
    }

    @Test
    void triesAgainAfterAConflict() {
        lake.failing(List.of(Fault.CONFLICT, Fault.CONFLICT));

        assertThat(writer.write(rows(5, 9)).rows()).isEqualTo(5);
    }

    @Test
    void seesWhatSomebodyElseWroteDuringAConflict() {
        lake.failing(List.of(Fault.NONE, Fault.CONFLICT));
        writer.write(rows(5, 9));

        assertThat(writer.write(rows(5, 9))).isEqualTo(new Written(List.of(), 5, 0));
    }

    @Test
    void givesUpOnAConflictThatDoesNotEnd() {
        lake.failing(Collections.nCopies(100, Fault.CONFLICT));

        assertThatThrownBy(() -> writer.write(rows(5, 9)))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContaining("(5 events)");
    }

    @Test
    void refusesToGuessWhereAStrangeObjectEnds() {
        lake.put(object(HOUR_14, 5), new ObjectContent(new byte[0], "text/plain", Map.of()));

        assertThatThrownBy(() -> writer.write(rows(5, 9)))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContaining(object(HOUR_14, 5));
    }

    @Test
    void refusesAnObjectThatEndsBeforeItBegins() {
        lake.put(object(HOUR_14, 5), new ObjectContent(new byte[0], "text/plain", Map.of("last-sequence", "4")));

        assertThatThrownBy(() -> writer.write(rows(5, 9))).isInstanceOf(LakeUnavailable.class);
    }

    @Test
    void hasNothingToDoWithoutRows() {
        assertThat(writer.write(List.of())).isEqualTo(new Written(List.of(), 0, 0));
    }

    private static Stored stored(String key, int rows) {
        return new Stored(BronzePartition.ofKey(key).orElseThrow(), key, rows);
    }

    private static List<BronzeRow> rows(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> event("e" + sequence).row(sequence, 0))
                .toList();
    }

    private static String object(String prefix, long sequence) {
        return prefix + "shardId-000000000000-" + "%056d".formatted(sequence) + ".parquet";
    }
}
