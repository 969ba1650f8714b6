package dev.weir.lake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.core.catalog.SilverColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// A value of a property as it stands in JSON.
///
/// @param text the JSON that it is in
/// @param end just behind it
/// @param plain the text of a scalar; empty for objects and arrays
record JsonValue(JsonToken token, byte[] text, int start, int end, String plain) {

    /// Reads the value that the parser is at, to its end.
    static JsonValue read(JsonParser parser, byte[] text) throws IOException {
        JsonToken token = parser.currentToken();
        int start = (int) parser.currentTokenLocation().getByteOffset();
        String plain = "";
        if (token.isScalarValue()) {
            plain = parser.getText();
        } else {
            parser.skipChildren();
        }
        return new JsonValue(token, text, start, (int) parser.currentLocation().getByteOffset(), plain);
    }

    /// What a column of the kind would hold; null if it cannot hold all of it.
    @Nullable
    Object as(SilverColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> token == JsonToken.VALUE_STRING && isStorable(plain) ? Binary.fromString(plain) : null;
            case WHOLE -> token == JsonToken.VALUE_NUMBER_INT ? PropertyText.whole(plain) : null;
            case REAL -> token.isNumeric() ? PropertyText.real(plain) : null;
            case FLAG -> token.isBoolean() ? Boolean.valueOf(token == JsonToken.VALUE_TRUE) : null;
            case MOMENT -> token == JsonToken.VALUE_STRING ? PropertyText.moment(plain) : null;
            case DAY -> token == JsonToken.VALUE_STRING ? PropertyText.day(plain) : null;
            case JSON ->
                token == JsonToken.VALUE_NULL
                        ? null
                        : Binary.fromConstantByteArray(Arrays.copyOfRange(text, start, end));
        };
    }

    /// Half a pair of surrogates is no character, and some readers end a string at U+0000.
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Override
    public String toString() {
        return "JsonValue[" + token + "]";
    }
}
