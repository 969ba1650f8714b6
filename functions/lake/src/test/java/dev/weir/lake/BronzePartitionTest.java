package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BronzePartitionTest {

    @Test
    void keepsAnEventOfTheLastMillisecondInItsHour() {
        assertThat(event("e")
                        .at("2026-02-08T14:59:59.999Z")
                        .row(1, 0)
                        .partition()
                        .prefix())
                .isEqualTo("bronze/product=ott-streaming/dt=2026-02-08/hour=14/");
    }

    @Test
    void movesOnToTheNextDayAtMidnightUtc() {
        assertThat(event("e").at("2026-03-01T00:00:00Z").row(1, 0).partition().prefix())
                .isEqualTo("bronze/product=ott-streaming/dt=2026-03-01/hour=00/");
    }

    @Test
    void isReadBackFromTheNameOfAnObject() {
        BronzePartition partition = new BronzePartition("video-window", LocalDate.parse("2026-02-08"), 9);

        assertThat(BronzePartition.ofKey(partition.prefix() + "shardId-000000000000-1.parquet"))
                .contains(partition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silver/product=a/dt=2026-02-08/hour=09/x",
                "bronze/product=a/dt=2026-02-08/hour=24/x",
                "bronze/product=a/dt=2026-02-08/x",
                "bronze/product=A b/dt=2026-02-08/hour=09/x"
            })
    void isNotReadFromOtherNames(String key) {
        assertThat(BronzePartition.ofKey(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../secrets", "a/b", "A", "a b", "product=", "-a"})
    void refusesAProductThatWouldLeaveItsFolder(String product) {
        LocalDate date = LocalDate.parse("2026-02-08");

        assertThatThrownBy(() -> new BronzePartition(product, date, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
