package dev.weir.schemas.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The views over bronze for Athena: `events`, one per product, and one per event with its properties as typed columns.
/// They are called as those of `./weir query`, and so are their columns; `dt` and `hour` are the partitions, which a
/// query
/// should narrow down.
record LakeViews(CatalogContents contents) {

    /// The statement for all events, pseudonyms in hex.
    String events() {
        Stream<String> envelope = contents.envelope().stream().map(StoredColumn::shown);
        return view("events", "Every event of every product", Stream.concat(envelope, bronze()), "bronze_events", "");
    }

    /// The statements for one product.
    String of(CatalogedProduct product) {
        String view = Names.sql(product.name());
        List<String> statements = new ArrayList<>();
        statements.add(view(
                view,
                "Every event of " + product.name(),
                Stream.concat(envelope(), bronze()),
                "events",
                "product = " + Names.literal(product.name())));
        for (CatalogedEvent event : product.latest()) {
            statements.add(view(
                    event.view(),
                    event.title(),
                    Stream.of(envelope(), properties(event), partitions()).flatMap(columns -> columns),
                    view,
                    "event_name = " + Names.literal(event.name())));
        }
        return String.join("\n", statements);
    }

    private Stream<String> envelope() {
        return contents.envelope().stream().map(column -> Names.quoted(column.name()));
    }

    private static Stream<String> bronze() {
        return Stream.concat(Stream.of("properties", "shard", "sequence", "record_index"), partitions());
    }

    private static Stream<String> partitions() {
        return LakeTables.PARTITIONS.stream().sorted();
    }

    private Stream<String> properties(CatalogedEvent event) {
        return event.stored().stream()
                .map(property -> value(property) + " as " + Names.quoted(contents.column(property.name())));
    }

    /// JSON itself is not a type that a view of Athena can show, and neither is a time with a zone.
    private static String value(Property property) {
        String path = "(properties, " + Names.literal("$." + property.name()) + ")";
        String text = "json_extract_scalar" + path;
        String json = "json_extract" + path;
        String written = "nullif(json_format(" + json + "), 'null')";
        return switch (property.type()) {
            case ValueType.Text _, ValueType.Choice _ -> text;
            case ValueType.Whole _ -> "try_cast(" + json + " as bigint)";
            case ValueType.Real _ -> "try_cast(" + json + " as double)";
            case ValueType.Flag _ -> "try_cast(" + json + " as boolean)";
            case ValueType.Moment _ ->
                "try(cast(from_iso8601_timestamp(" + text + ") at time zone 'UTC' as timestamp))";
            case ValueType.Day _ -> "try_cast(" + text + " as date)";
            case ValueType.Many _, ValueType.OpenMap _, ValueType.Group _ -> written;
            case ValueType.Mixed mixed -> mixed.isDeep() ? "coalesce(" + text + ", " + written + ")" : text;
        };
    }

    private static String view(String name, String title, Stream<String> columns, String from, String where) {
        return "-- " + title.replaceAll("[\\s;]+", " ") + "\ncreate or replace view " + name + " as\nselect\n  "
                + String.join(",\n  ", columns.toList()) + "\nfrom " + from
                + (where.isEmpty() ? "" : "\nwhere " + where) + ";\n";
    }
}
