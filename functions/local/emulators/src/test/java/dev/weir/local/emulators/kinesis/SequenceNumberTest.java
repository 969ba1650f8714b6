package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceNumberTest {
    @ParameterizedTest
    @CsvSource({"0,0,0,0", "1700000000,0,0,1700000001", "68719476735,4095,9223372036854775807,68719476735"})
    void isFiftySixDigitsAndReadBackAsItWas(long created, int shard, long index, long arrived) {
        var number = new SequenceNumber(created, shard, index, arrived);

        assertThat(number.toString()).hasSize(56).containsOnlyDigits();
        assertThat(SequenceNumber.parse(number.toString())).isEqualTo(number);
    }

    @Test
    void growsWithThePlaceInTheShardEvenIfTheClockWentBack() {
        var before = new SequenceNumber(1_700_000_000, 3, 41, 1_700_000_500);
        var after = new SequenceNumber(1_700_000_000, 3, 42, 1_700_000_001);

        assertThat(new BigInteger(after.toString())).isGreaterThan(new BigInteger(before.toString()));
    }

    @Test
    void isAnotherInEveryShard() {
        var one = new SequenceNumber(1_700_000_000, 1, 7, 1_700_000_500);
        var other = new SequenceNumber(1_700_000_000, 2, 7, 1_700_000_500);

        assertThat(one.toString()).isNotEqualTo(other.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "007"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> SequenceNumber.parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ValidationException"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "99999999999999999999999999999999999999999999999999999999"})
    void refusesANumberOfAnotherMaking(String text) {
        assertThatThrownBy(() -> SequenceNumber.parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("InvalidArgumentException"));
    }
}
