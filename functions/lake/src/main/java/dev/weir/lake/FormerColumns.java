package dev.weir.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.catalog.SilverColumn.Kind;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Columns that silver had under an earlier catalog: what is in them goes back to the JSON.
///
/// @param json where a row has its JSON
/// @param properties the property of each column of the object
record FormerColumns(int json, JsonNode properties) {

    void keep(@Nullable Object[] row, String column, Object value) {
        String property = properties.path(column).asText();
        if (property.isEmpty()) {
            throw new LakeUnavailable("column " + column + " is none of the lake's");
        }
        Kind kind = Kind.of(column.substring(column.lastIndexOf('_') + 1));
        String member = TextNode.valueOf(property) + ":" + PropertyText.json(kind, value);
        row[json] = row[json] instanceof Binary rest ? more(rest, member) : utf8("{" + member + "}");
    }

    private static Binary more(Binary rest, String member) {
        String text = rest.toStringUsingUTF8();
        return utf8(text.substring(0, text.length() - 1) + (text.equals("{}") ? "" : ",") + member + "}");
    }

    private static Binary utf8(String text) {
        return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
