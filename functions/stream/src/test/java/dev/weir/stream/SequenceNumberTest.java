package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceNumberTest {

    private static final String FIFTY_DIGITS = "99999999999999999999999999999999999999999999999999";

    @Property
    void itsOrderIsThatOfNumbersPaddedOrNot(
            @ForAll @BigRange(min = "0", max = FIFTY_DIGITS) BigInteger left,
            @ForAll @BigRange(min = "0", max = FIFTY_DIGITS) BigInteger right) {
        SequenceNumber a = new SequenceNumber(left.toString());
        SequenceNumber b = new SequenceNumber(right.toString());

        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(left.compareTo(right));
        assertThat(Integer.signum(a.padded().compareTo(b.padded()))).isEqualTo(left.compareTo(right));
        assertThat(SequenceNumber.ofPadded(a.padded())).isEqualTo(a);
    }

    @Test
    void takesAsManyDigitsAsKinesisMayUseAndNoMore() {
        String longest = "9".repeat(SequenceNumber.MAX_DIGITS);

        assertThat(new SequenceNumber(longest).padded()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new SequenceNumber(longest + "9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "007", "1.5", "1e9", " 1", "١"})
    void refusesWhatIsNoPlainDecimal(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SequenceNumber(digits));
    }
}
