package dev.weir.local.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.catalog.EventPolicy;
import dev.weir.core.catalog.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Collectors;

/// The views that a query sees: `events`, one per product, and one per event with its properties as typed columns.
/// Pseudonyms are shown as hex.
final class LakeViews {

    private final Catalog catalog;

    LakeViews(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Statements that make the views.
    ///
    /// @param files the lake's Parquet files; none for an empty lake
    List<String> statements(List<Path> files) {
        List<String> statements = new ArrayList<>();
        statements.add("create view events as " + (files.isEmpty() ? noEvents() : events(files)));
        for (String name : catalog.productNames()) {
            catalog.product(name).ifPresent(product -> addProduct(statements, product));
        }
        return statements;
    }

    private void addProduct(List<String> statements, Product product) {
        String view = SqlName.of(product.name());
        statements.add(
                "create view " + view + " as select * from events where product = " + SqlName.literal(product.name()));
        product.events()
                .forEach((event, versions) -> statements.add("create view " + view + "_" + SqlName.of(event)
                        + " as select " + eventColumns(versions) + " from " + view + " where event_name = "
                        + SqlName.literal(event)));
    }

    private String events(List<Path> files) {
        String list = files.stream().map(Path::toString).map(SqlName::literal).collect(Collectors.joining(", "));
        String columns = catalog.envelope().stream().map(LakeViews::shown).collect(Collectors.joining(", "));
        return "select " + columns + ", properties, shard, sequence, record_index from read_parquet([" + list
                + "], hive_partitioning = false, union_by_name = true)";
    }

    private static String shown(EnvelopeField field) {
        String name = SqlName.quoted(field.name());
        return field.type() == EnvelopeField.Type.PSEUDONYM ? "lower(hex(" + name + ")) as " + name : name;
    }

    private String noEvents() {
        String columns = catalog.envelope().stream()
                .map(field -> "null::" + type(field.type()) + " as " + SqlName.quoted(field.name()))
                .collect(Collectors.joining(", "));
        return "select " + columns
                + ", null::varchar as properties, null::varchar as shard, null::varchar as sequence, "
                + "null::integer as record_index where false";
    }

    private static String type(EnvelopeField.Type type) {
        return switch (type) {
            case STRING, PSEUDONYM -> "varchar";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            case TIMESTAMP -> "timestamptz";
            case DATE -> "date";
            case STRINGS -> "varchar[]";
        };
    }

    private String eventColumns(NavigableMap<Integer, EventPolicy> versions) {
        EventPolicy latest = versions.lastEntry().getValue();
        List<String> columns = new ArrayList<>();
        catalog.envelope().forEach(field -> columns.add(SqlName.quoted(field.name())));
        latest.properties().keySet().stream().sorted().forEach(property -> columns.add(column(latest, property)));
        return String.join(", ", columns);
    }

    /// A property that is called like a field of the envelope gets the prefix `properties_`.
    private String column(EventPolicy policy, String property) {
        boolean taken =
                catalog.envelope().stream().anyMatch(field -> field.name().equals(property));
        JsonNode schema = policy.schema().source().path("properties").path(property);
        return "try_cast(json_extract_string(properties, " + SqlName.literal("$.\"" + property + "\"") + ") as "
                + propertyType(schema) + ") as " + SqlName.quoted(taken ? "properties_" + property : property);
    }

    private static String propertyType(JsonNode schema) {
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.path(0).asText() : type.asText();
        return switch (name) {
            case "integer" -> "bigint";
            case "number" -> "double";
            case "boolean" -> "boolean";
            default -> "varchar";
        };
    }
}
