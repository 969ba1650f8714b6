package dev.weir.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.core.catalog.SilverColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Takes properties apart: each value goes to a column that can hold all of it, or stays in the JSON,
/// never both.
final class PropertySplit {

    private static final JsonFactory JSON = new JsonFactory();

    private final SilverTable table;
    private final int json;
    private final Map<String, int[]> columns = new HashMap<>();

    PropertySplit(SilverTable table) {
        this.table = table;
        this.json = table.position(BronzeTable.PROPERTIES);
        for (SilverColumn column : table.properties()) {
            int[] position = {table.position(column.name())};
            columns.merge(column.property(), position, PropertySplit::both);
        }
    }

    private static int[] both(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /// Moves what it can from the row's JSON to its columns. What is left is absent where it is nothing.
    void apply(LakeRow row) {
        if (row.cells[json] instanceof Binary properties) {
            try {
                row.cells[json] = rest(properties.getBytes(), row.cells);
            } catch (IOException broken) {
                throw new IllegalStateException("a row of the lake has properties that are no JSON", broken);
            }
        }
    }

    private @Nullable Binary rest(byte[] text, @Nullable Object[] cells) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                int start = at(parser);
                String property = parser.currentName();
                parser.nextToken();
                JsonValue value = JsonValue.read(parser, text);
                if (!placed(property, value, cells)) {
                    rest.write(rest.size() == 0 ? '{' : ',');
                    rest.write(text, start, value.end() - start);
                }
            }
        }
        if (rest.size() == 0) {
            return null;
        }
        rest.write('}');
        return Binary.fromConstantByteArray(rest.toByteArray());
    }

    private static int at(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private boolean placed(String property, JsonValue value, @Nullable Object[] cells) {
        int[] candidates = columns.get(property);
        if (candidates == null) {
            return false;
        }
        for (int candidate : candidates) {
            Object cell =
                    value.as(table.properties().get(candidate - table.first()).kind());
            if (cell != null && cells[candidate] == null) {
                cells[candidate] = cell;
                return true;
            }
        }
        return false;
    }
}
