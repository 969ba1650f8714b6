package dev.weir.schemas.derived;

import dev.weir.core.catalog.SilverColumn;
import dev.weir.core.catalog.SilverColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The views over silver, and the bronze that is not in silver yet, for Athena: `events`, one per
/// product, and one per event with its properties as typed columns. They are called as those of `./weir
/// query`, and so are their columns; `dt` and `hour` are the day and the hour, and a query should narrow
/// down `dt`.
record LakeViews(CatalogContents contents) {

    private static final List<String> TAIL = List.of("shard", "sequence", "record_index", "dt", "hour");

    private static final String EVENT_ID = Names.quoted("event_id");

    /// The event id of a row of silver, which has it as text or as the 16 bytes of a UUID.
    private static final String EITHER_ID = "coalesce(" + EVENT_ID + ", regexp_replace(lower(to_hex("
            + Names.quoted(SilverColumns.EVENT_UUID)
            + ")), '(.{8})(.{4})(.{4})(.{4})(.{12})', '$1-$2-$3-$4-$5')) as " + EVENT_ID;

    /// The statement for all events, from the views of the products.
    String events() {
        String all = contents.products().stream()
                .map(product -> "select * from " + Names.sql(product.name()))
                .collect(Collectors.joining("\nunion all\n"));
        return "-- Every event of every product\ncreate or replace view events as\n" + all + ";\n";
    }

    /// The statements for one product.
    String of(CatalogedProduct product) {
        List<SilverColumn> columns = new SilverLayout(contents).columns(product);
        List<String> statements = new ArrayList<>();
        statements.add(files(product, columns));
        statements.add(view(
                Names.sql(product.name()),
                "Every event of " + product.name(),
                Stream.of(envelope(), Stream.of(properties(columns)), TAIL.stream())
                        .flatMap(some -> some),
                lake(product),
                ""));
        for (CatalogedEvent event : product.latest()) {
            statements.add(view(
                    event.view(),
                    event.title(),
                    Stream.of(envelope(), properties(event, columns), Stream.of("dt", "hour"))
                            .flatMap(some -> some),
                    lake(product),
                    "event_name = " + Names.literal(event.name())));
        }
        return String.join("\n", statements);
    }

    private static String lake(CatalogedProduct product) {
        return "lake_" + Names.sql(product.name());
    }

    /// Rows of the files that count, as they are. The manifest is joined once, so that a query sees one
    /// version of it.
    private String files(CatalogedProduct product, List<SilverColumn> columns) {
        String name = Names.literal(product.name());
        return """
                -- What counts of the files of %s
                create or replace view %s as
                select
                  %s
                from (
                  select
                    "$path" as file, 'silver' as layer,
                    %s, cast(extract(hour from event_timestamp) as integer) as hour
                  from silver_%s
                  union all
                  select
                    "$path" as file, 'bronze' as layer,
                    %s, hour
                  from bronze_events
                  where product = %s
                ) as files
                left join lake_manifest as entries
                on entries.product = %s and entries.dt = files.dt
                  and files.file = concat('s3://${lake_bucket}/', entries.key)
                where (files.layer = 'silver' and entries.state = 'live')
                  or (files.layer = 'bronze' and entries.key is null);
                """.formatted(
                product.name(),
                lake(product),
                join(Stream.concat(
                        stored(columns, column -> Names.quoted(column.name())).map("files."::concat),
                        Stream.of("files.dt", "files.hour"))),
                join(Stream.concat(
                        stored(columns, column -> Names.quoted(column.name()))
                                .map(column -> column.equals(EVENT_ID) ? EITHER_ID : column),
                        Stream.of("dt"))),
                Names.sql(product.name()),
                join(Stream.concat(stored(columns, LakeViews::absent), Stream.of("dt"))),
                name,
                name);
    }

    private Stream<String> stored(List<SilverColumn> columns, Function<SilverColumn, String> column) {
        Stream<String> fixed = Stream.concat(
                contents.envelope().stream().map(field -> Names.quoted(field.name())),
                Stream.of("properties", "shard", "sequence", "record_index"));
        return Stream.concat(fixed, columns.stream().map(column));
    }

    private static String absent(SilverColumn column) {
        String type = SilverLayout.hiveType(column.kind());
        return "cast(null as " + (type.equals("string") ? "varchar" : type) + ") as " + Names.quoted(column.name());
    }

    private Stream<String> envelope() {
        return contents.envelope().stream().map(StoredColumn::shown);
    }

    /// The whole JSON again: what silver has in columns, and the rest.
    private static String properties(List<SilverColumn> columns) {
        Stream<String> members = columns.stream().map(column -> new SilverValue(column).member());
        Stream<String> rest = Stream.of("nullif(substr(properties, 2, length(properties) - 2), '')");
        return "'{' || array_join(array[\n    "
                + Stream.concat(members, rest).collect(Collectors.joining(",\n    "))
                + "], ',') || '}' as properties";
    }

    private Stream<String> properties(CatalogedEvent event, List<SilverColumn> columns) {
        return event.stored().stream()
                .map(property -> value(property, columns) + " as " + Names.quoted(contents.column(property.name())));
    }

    private static String value(Property property, List<SilverColumn> columns) {
        Stream<String> silver = columns.stream()
                .filter(column -> column.property().equals(property.name()))
                .map(column -> new SilverValue(column).as(property.type()));
        List<String> places = Stream.concat(silver, Stream.of(value(property))).toList();
        return places.size() == 1 ? places.getFirst() : "coalesce(" + String.join(", ", places) + ")";
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

    private static String join(Stream<String> columns) {
        return columns.collect(Collectors.joining(", "));
    }

    private static String view(String name, String title, Stream<String> columns, String from, String where) {
        return "-- " + title.replaceAll("[\\s;]+", " ") + "\ncreate or replace view " + name + " as\nselect\n  "
                + String.join(",\n  ", columns.toList()) + "\nfrom " + from
                + (where.isEmpty() ? "" : "\nwhere " + where) + ";\n";
    }
}
