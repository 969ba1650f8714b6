package dev.weir.local.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.catalog.EventPolicy;
import dev.weir.core.catalog.SilverColumn;
import dev.weir.core.catalog.SilverColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The views that a query sees: `events`, one per product, and one per event with its properties as typed
/// columns. Pseudonyms are shown as hex. Below them, in the schema `lake`, are the rows of each product's
/// files.
record LakeViews(Catalog catalog, SilverColumns silver) {

    /// Statements that make the views.
    List<String> statements(LakeFiles files) {
        TreeSet<String> products = new TreeSet<>(catalog.productNames());
        products.addAll(files.products());
        List<String> statements = new ArrayList<>(List.of("create schema lake"));
        products.forEach(product -> addProduct(statements, product, files));
        statements.add("create view events as "
                + products.stream()
                        .map(product -> "select * from " + SqlName.of(product))
                        .collect(Collectors.joining(" union all ")));
        return statements;
    }

    private void addProduct(List<String> statements, String name, LakeFiles files) {
        String view = SqlName.of(name);
        List<SilverColumn> columns = silver.of(name);
        String rows = new ProductRows(catalog.envelope(), columns)
                .select(
                        files.settled().getOrDefault(name, List.of()),
                        files.unsettled().getOrDefault(name, List.of()));
        statements.add("create view lake." + view + " as " + rows);
        statements.add("create view " + view + " as select " + shown() + ", " + json(columns)
                + " as properties, shard, sequence, record_index from lake." + view);
        catalog.product(name).stream()
                .flatMap(product -> product.events().entrySet().stream())
                .forEach(
                        event -> statements.add("create view " + view + "_" + SqlName.of(event.getKey()) + " as select "
                                + shown() + properties(event.getValue(), columns) + " from lake." + view
                                + " where event_name = " + SqlName.literal(event.getKey())));
    }

    private String shown() {
        return catalog.envelope().stream().map(LakeViews::shown).collect(Collectors.joining(", "));
    }

    private static String shown(EnvelopeField field) {
        String name = SqlName.quoted(field.name());
        return field.type() == EnvelopeField.Type.PSEUDONYM ? "lower(hex(" + name + ")) as " + name : name;
    }

    /// The whole JSON again: what silver has in columns, and the rest.
    private static String json(List<SilverColumn> columns) {
        Stream<String> members = columns.stream().map(column -> new SilverSql(column).member());
        Stream<String> rest = Stream.of("nullif(properties[2:-2], '')");
        return Stream.concat(members, rest)
                .collect(Collectors.joining(", ", "cast('{' || concat_ws(',', ", ") || '}' as json)"));
    }

    private String properties(NavigableMap<Integer, EventPolicy> versions, List<SilverColumn> columns) {
        EventPolicy latest = versions.lastEntry().getValue();
        return latest.properties().keySet().stream()
                .sorted()
                .map(property -> ", " + column(latest, property, columns))
                .collect(Collectors.joining());
    }

    /// A property that is called like a field of the envelope gets the prefix `properties_`.
    private String column(EventPolicy policy, String property, List<SilverColumn> columns) {
        boolean taken =
                catalog.envelope().stream().anyMatch(field -> field.name().equals(property));
        String type = type(policy.schema().source().path("properties").path(property));
        Stream<String> silver = columns.stream()
                .filter(column -> column.property().equals(property))
                .map(column -> new SilverSql(column).as(type));
        String json = "try_cast(json_extract_string(properties, " + SqlName.literal("$.\"" + property + "\"") + ") as "
                + type + ")";
        return Stream.concat(silver, Stream.of(json)).collect(Collectors.joining(", ", "coalesce(", ")")) + " as "
                + SqlName.quoted(taken ? "properties_" + property : property);
    }

    private static String type(JsonNode schema) {
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
