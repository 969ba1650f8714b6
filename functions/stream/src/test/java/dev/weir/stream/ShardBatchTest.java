package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardBatchTest {

    private static final Instant ARRIVAL = Instant.parse("2026-02-08T14:03:28Z");

    private final RecordCodec codec = new RecordCodec();

    @Test
    void everyRecordComesWithItsPlaceAndContentAndPoisonDoesNotEndIt() throws RecordTooLarge {
        ShardBatch batch = new ShardBatch(
                "shardId-000000000000",
                List.of(item("9", new byte[] {1}), item("10", codec.encode(List.of(Events.playbackStarted())))));

        List<ShardBatch.Entry> entries = batch.decoded(codec).toList();

        assertThat(entries)
                .containsExactly(
                        new ShardBatch.Entry(at("9"), new Decoded.Poison("shorter than its header")),
                        new ShardBatch.Entry(at("10"), new Decoded.Batch(List.of(Events.playbackStarted()))));
    }

    @Test
    void recordsOutOfOrderOrTwiceAreRefused() {
        List<ShardBatch.Item> backwards = List.of(item("10", new byte[0]), item("9", new byte[0]));
        List<ShardBatch.Item> twice = List.of(item("10", new byte[0]), item("10", new byte[0]));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShardBatch("shard", backwards))
                .withMessage("records of shard are out of order at 9");
        assertThatIllegalArgumentException().isThrownBy(() -> new ShardBatch("shard", twice));
    }

    @Test
    void coordinatesDoNotPrintThePartitionKey() {
        assertThat(at("9")).hasToString("shardId-000000000000:9@2026-02-08T14:03:28Z");
    }

    private static ShardBatch.Item item(String sequence, byte[] data) {
        return new ShardBatch.Item(new SequenceNumber(sequence), "key", ARRIVAL, data);
    }

    private static Coordinates at(String sequence) {
        return new Coordinates("shardId-000000000000", new SequenceNumber(sequence), "key", ARRIVAL);
    }
}
