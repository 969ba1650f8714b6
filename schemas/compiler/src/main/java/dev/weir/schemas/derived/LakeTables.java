package dev.weir.schemas.derived;

import dev.weir.core.catalog.SilverColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The lake's tables for Athena. The files hold the partitioned fields too, but in Hive a partition is no
/// column beside.
record LakeTables(CatalogContents contents) {

    /// Names that partitions have beside those of fields.
    static final Set<String> PARTITIONS = Set.of("dt", "hour");

    /// Days before this one have no files.
    private static final String FIRST_DAY = "2026-01-01";

    private static final HiveTable.Column PRODUCT = new HiveTable.Column("product", "string", "");
    private static final HiveTable.Column RETENTION = new HiveTable.Column("retention", "string", "");
    private static final HiveTable.Column DATE =
            new HiveTable.Column("dt", "string", "Day on which the collector received the event, UTC: 2026-02-08");
    private static final HiveTable.Column HOUR =
            new HiveTable.Column("hour", "int", "Hour in which the collector received the event, UTC: 0 to 23");

    /// The statement for all products' events as they came.
    String bronze() {
        List<HiveTable.Column> columns = envelope(Set.of("product"));
        columns.addAll(tail("What the event says beside its envelope: JSON"));
        Map<String, String> projection = new LinkedHashMap<>();
        projectEnum(projection, "product", names());
        projectDate(projection);
        projection.put("hour.type", "integer");
        projection.put("hour.range", "0,23");
        projection.put("hour.digits", "2");
        return new HiveTable(
                        "bronze_events",
                        "Events of all products as they came, duplicates included",
                        columns,
                        List.of(PRODUCT, DATE, HOUR),
                        HiveTable.PARQUET,
                        "bronze/",
                        projection)
                .ddl();
    }

    /// The statement for one product's events, each of them once, its properties in columns of their own.
    String silver(CatalogedProduct product) {
        List<HiveTable.Column> columns = envelope(Set.of("product", "retention"));
        columns.addFirst(new HiveTable.Column(
                SilverColumns.EVENT_UUID, "binary", "The event_id where it is a UUID, which event_id then is not"));
        columns.addAll(tail("Properties that are in no column of their own: JSON"));
        new SilverLayout(contents)
                .columns(product)
                .forEach(column ->
                        columns.add(new HiveTable.Column(column.name(), SilverLayout.hiveType(column.kind()), "")));
        Map<String, String> projection = new LinkedHashMap<>();
        projectEnum(projection, "product", List.of(product.name()));
        projectEnum(projection, "retention", List.copyOf(product.retention().keySet()));
        projectDate(projection);
        return new HiveTable(
                        "silver_" + Names.sql(product.name()),
                        "Events of " + product.name() + ", compacted; lake_manifest says which of its files count",
                        columns,
                        List.of(PRODUCT, RETENTION, DATE),
                        HiveTable.PARQUET,
                        "silver/",
                        projection)
                .ddl();
    }

    /// The statement for what counts and what was replaced.
    String manifest() {
        Map<String, String> projection = new LinkedHashMap<>();
        projectEnum(projection, "product", names());
        projectDate(projection);
        return new HiveTable(
                        "lake_manifest",
                        "Files of silver that count, and files of bronze and silver that no longer do",
                        List.of(
                                new HiveTable.Column("key", "string", "Name of the object in the bucket"),
                                new HiveTable.Column("state", "string", "live or replaced")),
                        List.of(PRODUCT, DATE),
                        HiveTable.JSON_LINES,
                        "manifests/",
                        projection)
                .ddl();
    }

    private List<String> names() {
        return contents.products().stream().map(CatalogedProduct::name).toList();
    }

    private static List<HiveTable.Column> tail(String properties) {
        return List.of(
                new HiveTable.Column("properties", "string", properties),
                new HiveTable.Column("shard", "string", "Shard that the event came through"),
                new HiveTable.Column("sequence", "string", "Sequence number of its stream record"),
                new HiveTable.Column("record_index", "int", "Place of the event in its record, from 0"));
    }

    private List<HiveTable.Column> envelope(Set<String> partitions) {
        return contents.envelope().stream()
                .filter(column -> !partitions.contains(column.name()))
                .map(column -> new HiveTable.Column(column.name(), column.hiveType(), column.doc()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void projectEnum(Map<String, String> projection, String partition, List<String> values) {
        projection.put(partition + ".type", "enum");
        projection.put(partition + ".values", String.join(",", values));
    }

    private static void projectDate(Map<String, String> projection) {
        projection.put("dt.type", "date");
        projection.put("dt.format", "yyyy-MM-dd");
        projection.put("dt.range", FIRST_DAY + ",NOW");
        projection.put("dt.interval", "1");
        projection.put("dt.interval.unit", "DAYS");
    }
}
