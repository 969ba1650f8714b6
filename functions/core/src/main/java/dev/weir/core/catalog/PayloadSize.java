package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// How much JSON a value is.
final class PayloadSize {

    /// No character of a text takes more, escaped or in UTF-8.
    private static final int CHARACTER = 6;

    /// No number of 64 bits takes more, and neither do `true`, `false` and `null`.
    private static final int WORD = 20;

    /// Quotes, a colon, a comma.
    private static final int AROUND = 4;

    private PayloadSize() {}

    /// Whether a value is more than some bytes of JSON, without blanks and in UTF-8. Writes it out only where an
    /// estimate
    /// from above does not tell.
    static boolean exceeds(JsonNode value, int most) {
        return most < Integer.MAX_VALUE
                && atMost(value) > most
                && value.toString().getBytes(StandardCharsets.UTF_8).length > most;
    }

    private static long atMost(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> atMost(value.textValue());
            case NUMBER -> value.canConvertToLong() && value.isIntegralNumber() ? WORD : atMost(value.asText());
            case OBJECT -> members(value);
            case ARRAY -> items(value);
            case BOOLEAN, NULL -> WORD;
            case BINARY, POJO, MISSING -> Integer.MAX_VALUE;
        };
    }

    private static long members(JsonNode object) {
        long size = AROUND;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            size += atMost(member.getKey()) + atMost(member.getValue());
        }
        return size;
    }

    private static long items(JsonNode array) {
        long size = AROUND;
        for (JsonNode item : array) {
            size += 1 + atMost(item);
        }
        return size;
    }

    private static long atMost(String text) {
        long size = AROUND;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
            size += plain ? 1 : CHARACTER;
        }
        return size;
    }
}
