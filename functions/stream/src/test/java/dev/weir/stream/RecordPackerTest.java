package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weir.core.event.StoredEvent;
import dev.weir.stream.RecordPacker.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordPackerTest {

    private final RecordCodec codec = new RecordCodec();

    @Test
    void aBatchThatFillsTheLimitToTheLastByteIsOneRecord() throws RecordTooLarge {
        List<StoredEvent> events = events(20, 1000);
        int size = codec.encode(events).length + Events.BATCH.length();

        assertThat(new RecordPacker(codec, size, size).pack(events)).hasSize(1);
    }

    @Test
    void oneByteMoreMakesTwoRecordsInOrder() throws RecordTooLarge {
        List<StoredEvent> events = events(20, 1000);
        int size = codec.encode(events).length + Events.BATCH.length();

        List<Packed> records = new RecordPacker(codec, size - 1, size - 1).pack(events);

        assertThat(records).hasSize(2);
        assertThat(unpacked(records)).isEqualTo(events);
    }

    @Test
    void halvesAreHalvedAgainUntilTheyFit() {
        List<StoredEvent> events = events(30, 100_000);

        List<Packed> records =
                new RecordPacker(codec, EventPublisher.MAX_RECORD, EventPublisher.MAX_RECORD).pack(events);

        assertThat(records).hasSizeGreaterThan(2).allMatch(record -> record.size() <= 1_048_576);
        assertThat(unpacked(records)).isEqualTo(events);
    }

    @Test
    void aBatchBeyondWhatCanBeInflatedIsSplitHoweverSmallItCompresses() {
        List<StoredEvent> events = IntStream.range(0, 200)
                .mapToObj(index -> Events.incompressible(7, 75_000))
                .toList();

        List<Packed> records = new RecordPacker(codec, Integer.MAX_VALUE, Integer.MAX_VALUE).pack(events);

        assertThat(records).hasSize(2);
        assertThat(unpacked(records)).isEqualTo(events);
    }

    @Test
    void anEventThatCannotFitFailsClearly() {
        List<StoredEvent> events = List.of(Events.anonymous(0), Events.incompressible(1, 1_100_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new RecordPacker(codec, EventPublisher.MAX_RECORD, EventPublisher.MAX_RECORD).pack(events))
                .withMessage("an event does not fit into a stream record");
    }

    @Test
    void theKeyIsTheFirstSubjectOfTheBatchAndStaysItWhenTheBatchIsSplit() {
        List<StoredEvent> events = new ArrayList<>(events(8, 100_000));
        events.add(Events.playbackStarted());
        RecordPacker small = new RecordPacker(codec, 300_000, 300_000);

        assertThat(small.pack(events))
                .hasSizeGreaterThan(1)
                .allSatisfy(record -> assertThat(record.partitionKey()).isEqualTo(Events.SUBJECT.hex()));
    }

    @Test
    void aBatchWithoutASubjectGoesByItsId() {
        RecordPacker packer = new RecordPacker(codec, EventPublisher.MAX_RECORD, EventPublisher.MAX_RECORD);

        assertThat(packer.pack(List.of(Events.anonymous(0))).getFirst().partitionKey())
                .isEqualTo(Events.BATCH);
    }

    private static List<StoredEvent> events(int count, int bytes) {
        return IntStream.range(0, count)
                .mapToObj(index -> Events.incompressible(index, bytes))
                .toList();
    }

    private List<StoredEvent> unpacked(List<Packed> records) {
        List<StoredEvent> events = new ArrayList<>();
        for (Packed record : records) {
            Decoded decoded = codec.decode(record.data());
            assertThat(decoded).isInstanceOf(Decoded.Batch.class);
            events.addAll(((Decoded.Batch) decoded).events());
        }
        return events;
    }
}
