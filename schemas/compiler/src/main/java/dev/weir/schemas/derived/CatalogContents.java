package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EnvelopeField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The compiled catalog, in the terms that everything else is derived in.
///
/// @param avro the stored envelope as an Avro record, its last field the properties as JSON
record CatalogContents(ObjectNode avro, List<StoredColumn> envelope, List<CatalogedProduct> products) {

    static CatalogContents of(ObjectNode catalog, ObjectNode avro) {
        List<CatalogedProduct> products = new ArrayList<>();
        catalog.path("products").forEachEntry((name, json) -> products.add(CatalogedProduct.of(name, json)));
        products.sort(Comparator.comparing(CatalogedProduct::name));
        return new CatalogContents(avro, envelope(catalog, avro), List.copyOf(products));
    }

    /// What a stored field means; empty if there is none of the name.
    String meaning(String field) {
        return envelope.stream()
                .filter(column -> column.name().equals(field))
                .map(StoredColumn::doc)
                .findAny()
                .orElse("");
    }

    /// The column of a property in views: one that is called like another column gets the prefix `properties_`.
    String column(String property) {
        boolean taken = envelope.stream().anyMatch(column -> column.name().equalsIgnoreCase(property))
                || LakeTables.PARTITIONS.contains(property.toLowerCase(Locale.ROOT));
        return taken ? "properties_" + property : property;
    }

    private static List<StoredColumn> envelope(ObjectNode catalog, ObjectNode avro) {
        Map<String, String> docs = new HashMap<>();
        avro.path("fields")
                .forEach(field ->
                        docs.put(field.path("name").asText(), field.path("doc").asText()));
        List<StoredColumn> columns = new ArrayList<>();
        for (JsonNode field : catalog.path("envelope")) {
            String name = field.path("name").asText();
            String type = field.path("type").asText().toUpperCase(Locale.ROOT);
            boolean nullable = field.path("nullable").asBoolean();
            columns.add(new StoredColumn(
                    new EnvelopeField(name, EnvelopeField.Type.valueOf(type), nullable), docs.getOrDefault(name, "")));
        }
        return List.copyOf(columns);
    }
}
