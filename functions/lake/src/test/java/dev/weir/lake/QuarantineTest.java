package dev.weir.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private static final byte[] GARBAGE = {0, -1, 'x'};
    private static final String KEY =
            "quarantine/dt=2026-02-08/shardId-000000000003-" + "%056d".formatted(42) + ".json";

    private final FaultyObjects bucket = new FaultyObjects();
    private final Quarantine quarantine = new Quarantine(bucket, "lake-writer");

    @Test
    void keepsTheRecordWithItsReasonAndCoordinates() throws IOException {
        String key = quarantine.keep(poison());

        JsonNode kept = new ObjectMapper().readTree(bucket.object(KEY).bytes());
        assertThat(key).isEqualTo(KEY);
        assertThat(kept.get("reason").textValue()).isEqualTo("not a record of ours");
        assertThat(kept.get("shard").textValue()).isEqualTo("shardId-000000000003");
        assertThat(kept.get("sequence").textValue()).isEqualTo("42");
        assertThat(kept.get("arrival").textValue()).isEqualTo("2026-02-08T23:59:59.999Z");
        assertThat(kept.get("function").textValue()).isEqualTo("lake-writer");
        assertThat(kept.get("data").binaryValue()).isEqualTo(GARBAGE);
    }

    @Test
    void givesBackWhatItKeeps() {
        quarantine.keep(poison());

        PoisonRecord back = Quarantine.read(bucket.object(KEY).bytes());

        assertThat(back.place()).isEqualTo(poison().place());
        assertThat(back.arrival()).isEqualTo(poison().arrival());
        assertThat(back.data()).isEqualTo(GARBAGE);
        assertThat(quarantine.holds(back.place(), back.arrival())).isTrue();
        assertThat(quarantine.holds(back.place(), back.arrival().plusSeconds(1)))
                .isFalse();
    }

    @Test
    void refusesToReadAnythingElseWithoutQuotingIt() {
        assertThatThrownBy(() -> Quarantine.read("{\"shard\": \"secret of 129\"}".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void keepsARecordOnceHoweverOftenItIsFound() {
        quarantine.keep(poison());
        byte[] first = bucket.object(KEY).bytes();

        quarantine.keep(poison());

        assertThat(bucket.objects).containsOnlyKeys(KEY);
        assertThat(bucket.object(KEY).bytes()).isEqualTo(first);
    }

    @Test
    void doesNotShowWhatTheRecordHolds() {
        assertThat(poison()).asString().doesNotContain("120").endsWith("3 bytes]");
    }

    private static PoisonRecord poison() {
        RecordPlace place = new RecordPlace("shardId-000000000003", SequenceNumber.of("42"));
        return new PoisonRecord(place, Instant.parse("2026-02-08T23:59:59.999Z"), GARBAGE, "not a record of ours");
    }
}
