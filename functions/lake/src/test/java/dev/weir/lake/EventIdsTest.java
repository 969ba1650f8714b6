package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdsTest {

    @Property
    void aUuidIsTheSameTextAgain(@ForAll long high, @ForAll long low) {
        String id = new UUID(high, low).toString();

        Binary bytes = Objects.requireNonNull(EventIds.bytes(Binary.fromString(id)));

        assertThat(bytes.length()).isEqualTo(16);
        assertThat(EventIds.text(bytes).toStringUsingUTF8()).isEqualTo(id);
    }

    @Property
    void bytesAreInTheOrderOfTheTexts(@ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long other) {
        Binary one = Binary.fromString(new UUID(high, low).toString());
        Binary two = Binary.fromString(new UUID(otherHigh, other).toString());

        int texts = Arrays.compareUnsigned(one.getBytes(), two.getBytes());
        int bytes = Arrays.compareUnsigned(bytes(one), bytes(two));

        assertThat(Integer.signum(bytes)).isEqualTo(Integer.signum(texts));
    }

    private static byte[] bytes(Binary id) {
        return Objects.requireNonNull(EventIds.bytes(id)).getBytes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e1",
                "019C28C9-5531-7800-801B-19E6BA3CDC0E",
                "019c28c9-5531-7800-801b-19e6ba3cdc0",
                "019c28c9-5531-7800-801b-19e6ba3cdc0e0",
                "019c28c9_5531_7800_801b_19e6ba3cdc0e",
                "019c28c95-531-7800-801b-19e6ba3cdc0e",
                "019c28c9-5531-7800-801b-19e6ba3cdc0g",
                "{19c28c9-5531-7800-801b-19e6ba3cdc0}",
                "019c28c95531780080-1b19e6ba3cdc0eaaa",
                "019c28c9-5531-7800-801b-19e6ba3cdc\u00e9"
            })
    void anyOtherTextIsNone(String id) {
        assertThat(EventIds.bytes(Binary.fromString(id))).isNull();
    }
}
