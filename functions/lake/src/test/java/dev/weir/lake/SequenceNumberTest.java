package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceNumberTest {

    @Test
    void isOrderedAsANumberAndNotAsText() {
        assertThat(SequenceNumber.of("9")).isLessThan(SequenceNumber.of("10"));
    }

    @Test
    void isPaddedToTheLengthThatKinesisGives() {
        String usual = "49590338271490256608559692538361571095921575989136588898";

        assertThat(SequenceNumber.of(usual).padded()).isEqualTo(usual);
        assertThat(SequenceNumber.of("42").padded()).hasSize(56).endsWith("00042");
    }

    @Test
    void isWhatItWasReadFrom() {
        assertThat(SequenceNumber.of("42")).hasToString("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0", "007", "x", "../1"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> SequenceNumber.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shard/0", "shard 0", "shard\n"})
    void refusesAShardThatCannotBeInAName(String shard) {
        SequenceNumber one = SequenceNumber.of("1");

        assertThatThrownBy(() -> new RecordPlace(shard, one)).isInstanceOf(IllegalArgumentException.class);
    }
}
