package dev.weir.local.query;

import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.catalog.SilverColumn;
import dev.weir.core.catalog.SilverColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of a product's files as one relation: the columns of silver, each event once.
///
/// @param envelope the stored envelope
/// @param columns of the product's properties
record ProductRows(List<EnvelopeField> envelope, List<SilverColumn> columns) {

    /// The same event, as compaction takes it, and the copy that compaction would keep.
    private static final String ONCE = " qualify row_number() over (partition by product, tenant, subject, event_id,"
            + " cast(event_timestamp as date) order by shard, length(sequence), sequence, record_index) = 1";

    /// The event id of a row of silver, which has it as text or as the 16 bytes of a UUID.
    private static final String ID = "coalesce(event_id, regexp_replace(lower(hex(" + SilverColumns.EVENT_UUID
            + ")), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5')) as event_id";

    /// @param settled files in which each event is once
    /// @param unsettled files in which an event may be twice
    String select(List<Path> settled, List<Path> unsettled) {
        String rows = "select " + names() + " from (" + none() + ")";
        if (!settled.isEmpty()) {
            rows += " union all " + of(settled);
        }
        if (!unsettled.isEmpty()) {
            rows += " union all (select * from (" + of(unsettled) + ")" + ONCE + ")";
        }
        return rows;
    }

    private String of(List<Path> files) {
        return "select " + names() + " from (" + none() + " union all by name select * from " + parquet(files) + ")";
    }

    /// Gives every column its type, and a place where no file has it.
    private String none() {
        Stream<String> fields =
                envelope.stream().map(field -> "null::" + type(field.type()) + " as " + SqlName.quoted(field.name()));
        Stream<String> tail = Stream.of(
                "null::blob as " + SilverColumns.EVENT_UUID,
                "null::varchar as properties",
                "null::varchar as shard",
                "null::varchar as sequence",
                "null::integer as record_index");
        Stream<String> properties = columns.stream()
                .map(column -> "null::" + new SilverSql(column).type() + " as " + SqlName.quoted(column.name()));
        return "select "
                + Stream.of(fields, tail, properties).flatMap(some -> some).collect(Collectors.joining(", "))
                + " where false";
    }

    private String names() {
        Stream<String> fields = envelope.stream()
                .map(EnvelopeField::name)
                .map(name -> name.equals("event_id") ? ID : SqlName.quoted(name));
        Stream<String> tail = Stream.of("properties", "shard", "sequence", "record_index");
        Stream<String> properties = columns.stream().map(column -> SqlName.quoted(column.name()));
        return Stream.of(fields, tail, properties).flatMap(some -> some).collect(Collectors.joining(", "));
    }

    private static String parquet(List<Path> files) {
        return files.stream()
                .map(Path::toString)
                .map(SqlName::literal)
                .collect(Collectors.joining(
                        ", ", "read_parquet([", "], hive_partitioning = false, union_by_name = true)"));
    }

    private static String type(EnvelopeField.Type type) {
        return switch (type) {
            case STRING -> "varchar";
            case PSEUDONYM -> "blob";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            case TIMESTAMP -> "timestamptz";
            case DATE -> "date";
            case STRINGS -> "varchar[]";
        };
    }
}
