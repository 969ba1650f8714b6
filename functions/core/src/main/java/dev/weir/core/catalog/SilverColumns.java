package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which properties have a column of their own in silver, by product; compiled with the catalog.
public record SilverColumns(Map<String, List<SilverColumn>> byProduct) {

    /// Where they are on the class path.
    public static final String RESOURCE = "/weir/silver.json";

    /// The column of silver that has event ids which are UUIDs, as 16 bytes; others are text in `event_id`.
    public static final String EVENT_UUID = "event_id_uuid";

    public SilverColumns {
        byProduct = Map.copyOf(byProduct);
    }

    /// The columns that the build put on the class path.
    ///
    /// @throws IllegalStateException if there are none
    public static SilverColumns load() {
        try (InputStream compiled = SilverColumns.class.getResourceAsStream(RESOURCE)) {
            if (compiled == null) {
                throw new IllegalStateException("no columns at " + RESOURCE + "; build the module schemas");
            }
            return read(compiled);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the columns at " + RESOURCE, e);
        }
    }

    /// Of a product, by name; none of one that the catalog does not have.
    public List<SilverColumn> of(String product) {
        return byProduct.getOrDefault(product, List.of());
    }

    private static SilverColumns read(InputStream compiled) throws IOException {
        Map<String, List<SilverColumn>> byProduct = new TreeMap<>();
        new JsonMapper()
                .readTree(compiled)
                .forEachEntry((product, columns) -> byProduct.put(product, columns(columns)));
        return new SilverColumns(byProduct);
    }

    private static List<SilverColumn> columns(JsonNode columns) {
        List<SilverColumn> list = new ArrayList<>();
        columns.forEach(column -> list.add(new SilverColumn(
                Compiled.text(column, "name"),
                Compiled.text(column, "property"),
                SilverColumn.Kind.of(Compiled.text(column, "kind")))));
        return List.copyOf(list);
    }
}
