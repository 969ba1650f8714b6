package dev.weir.lake;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.catalog.SilverColumn.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Values of columns, to and from JSON. A column takes a value only if the same JSON can be made of it
/// again, up to escapes in strings: what cannot stays where it was.
final class PropertyText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MOMENT_LENGTH = 24;
    private static final int DAY_LENGTH = 10;
    private static final double EXACT_WHOLE = 1L << 53;
    private static final double LARGEST_PLAIN = 1e15;
    private static final double SMALLEST_PLAIN = 1e-3;

    private PropertyText() {}

    static @Nullable Long whole(String number) {
        if (number.length() > 19 || number.equals("-0")) {
            return null;
        }
        try {
            return Long.valueOf(number);
        } catch (NumberFormatException notWhole) {
            return null;
        }
    }

    static @Nullable Double real(String number) {
        double value = Double.parseDouble(number);
        return number.equals(plain(value)) ? value : null;
    }

    static @Nullable Long moment(String text) {
        if (text.length() != MOMENT_LENGTH || text.charAt(MOMENT_LENGTH - 1) != 'Z') {
            return null;
        }
        try {
            Instant moment = Instant.parse(text);
            return moment.toEpochMilli() >= 0 && MOMENT.format(moment).equals(text) ? moment.toEpochMilli() : null;
        } catch (DateTimeException noMoment) {
            return null;
        }
    }

    static @Nullable Integer day(String text) {
        if (text.length() != DAY_LENGTH || text.charAt(0) == '0') {
            return null;
        }
        try {
            return Math.toIntExact(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /// JSON of a column's value.
    static String json(Kind kind, Object value) {
        return switch (kind) {
            case TEXT -> TextNode.valueOf(((Binary) value).toStringUsingUTF8()).toString();
            case WHOLE, FLAG -> value.toString();
            case REAL -> Objects.requireNonNull(plain((Double) value));
            case MOMENT -> '"' + MOMENT.format(Instant.ofEpochMilli((Long) value)) + '"';
            case DAY -> "\"" + LocalDate.ofEpochDay((Integer) value) + '"';
            case JSON -> new String(((Binary) value).getBytes(), StandardCharsets.UTF_8);
        };
    }

    /// A number without exponent, as short as it can be; null for one that needs an exponent.
    private static @Nullable String plain(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < EXACT_WHOLE) {
            return Long.toString((long) value);
        }
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? BigDecimal.valueOf(value).toPlainString()
                : null;
    }
}
