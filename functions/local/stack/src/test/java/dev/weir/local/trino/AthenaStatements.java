package dev.weir.local.trino;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.schemas.derived.DerivedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statements that ship for Athena, as Trino's Hive connector takes them. Views are as they are, but for the
/// place of the bucket. Tables are of Hive's own syntax, which Trino has not: their columns, partitions, format and
/// place go to
/// Trino's. Trino is told of the folders there are, where Athena computes them.
record AthenaStatements(String product, String bucket) {

    private static final Pattern TABLE = Pattern.compile(
            "create external table if not exists (?<name>\\w+) \\((?<columns>.*?)\n\\)\ncomment .*?"
                    + "partitioned by \\((?<partitions>.*?)\n\\)\n(?<storage>[^\n]*)\nlocation 's3://[^/]*/(?<place>[^']*)'",
            Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("\n  `(?<name>\\w+)` (?<type>\\S+?)(?: comment|,|\n|$)");
    private static final Map<String, String> TYPES = Map.of(
            "string", "varchar",
            "binary", "varbinary",
            "int", "integer",
            "timestamp", "timestamp(3)",
            "array<string>", "array(varchar)");

    /// Tables first, then what tells Trino of their partitions, then the product's views.
    List<String> all() throws IOException {
        Map<String, String> files = DerivedFiles.of(resource("/weir/catalog.json"), resource("/weir/envelope.avsc"));
        String shipped = files.get("athena/bronze_events.sql") + "\n" + files.get("athena/" + product + ".sql");
        List<String> statements = new ArrayList<>();
        List<String> views = new ArrayList<>();
        for (String statement : shipped.split(";\n", -1)) {
            Matcher table = TABLE.matcher(statement);
            if (table.find()) {
                statements.add(table(table));
                statements.add(
                        "call system.sync_partition_metadata('weir', '%s', 'FULL')".formatted(table.group("name")));
            } else if (!statement.isBlank()) {
                views.add(statement.replace("s3://${lake_bucket}/", bucket));
            }
        }
        statements.addAll(views);
        return statements;
    }

    private static ObjectNode resource(String name) throws IOException {
        try (InputStream compiled = AthenaStatements.class.getResourceAsStream(name)) {
            return (ObjectNode) new JsonMapper().readTree(Objects.requireNonNull(compiled));
        }
    }

    private String table(Matcher table) {
        List<String> partitions = columns(table.group("partitions"));
        List<String> columns = columns(table.group("columns"));
        columns.addAll(partitions);
        String format = table.group("storage").contains("parquet") ? "PARQUET" : "OPENX_JSON";
        String names = String.join(
                ", ",
                partitions.stream()
                        .map(column -> "'" + column.split(" ", -1)[0].replace("\"", "") + "'")
                        .toList());
        return "create table %s (%s) with (external_location = '%s%s', format = '%s', partitioned_by = array[%s])"
                .formatted(
                        table.group("name"), String.join(", ", columns), bucket, table.group("place"), format, names);
    }

    private static List<String> columns(String definitions) {
        List<String> columns = new ArrayList<>();
        Matcher column = COLUMN.matcher(definitions);
        while (column.find()) {
            columns.add("\"" + column.group("name") + "\" "
                    + TYPES.getOrDefault(column.group("type"), column.group("type")));
        }
        return columns;
    }
}
