package dev.weir.infra.stacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A table of the lake, read from the statement that the catalogs derive for it.
///
/// @param format how its objects are written
/// @param location with `${lake_bucket}` for the bucket
/// @param properties with `${lake_bucket}` likewise
record TableStatement(
        String name,
        Format format,
        List<Column> columns,
        List<Column> partitions,
        String location,
        Map<String, String> properties) {

    /// @param comment empty, if there is none
    record Column(String name, String type, String comment) {}

    /// How objects are written, as Hive's classes for it are called.
    enum Format {
        PARQUET(
                "stored as parquet",
                "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
                "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"),
        JSON_LINES(
                "row format serde 'org.openx.data.jsonserde.JsonSerDe'",
                "org.apache.hadoop.mapred.TextInputFormat",
                "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
                "org.openx.data.jsonserde.JsonSerDe");

        private final String clause;
        private final String input;
        private final String output;
        private final String serde;

        Format(String clause, String input, String output, String serde) {
            this.clause = clause;
            this.input = input;
            this.output = output;
            this.serde = serde;
        }

        String input() {
            return input;
        }

        String output() {
            return output;
        }

        String serde() {
            return serde;
        }

        private static Format of(String table, List<String> lines) {
            return Arrays.stream(values())
                    .filter(format -> lines.contains(format.clause))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "table " + table + ": neither stored as parquet nor as lines of JSON"));
        }
    }

    private static final String START = "create external table if not exists ";
    private static final Pattern COLUMN = Pattern.compile("^ +`([^`]+)` (.+?)(?: comment '([^']*)')?,?$");
    private static final Pattern PROPERTY = Pattern.compile("^ +'([^']+)' = '([^']*)',?$");
    private static final Pattern LOCATION = Pattern.compile("^location '([^']+)'$");

    static boolean isOne(String statement) {
        return statement.strip().startsWith(START);
    }

    /// @throws IllegalArgumentException if the statement is not of the derived form
    static TableStatement of(String statement) {
        List<Column> columns = new ArrayList<>();
        List<Column> partitions = new ArrayList<>();
        Map<String, String> properties = new LinkedHashMap<>();
        List<String> lines = statement.strip().lines().toList();
        String location = "";
        List<Column> open = columns;
        for (String line : lines) {
            Matcher column = COLUMN.matcher(line);
            Matcher property = PROPERTY.matcher(line);
            Matcher place = LOCATION.matcher(line);
            if (line.startsWith("partitioned by")) {
                open = partitions;
            } else if (column.matches()) {
                open.add(new Column(column.group(1), column.group(2), column.group(3) == null ? "" : column.group(3)));
            } else if (property.matches()) {
                properties.put(property.group(1), property.group(2));
            } else if (place.matches()) {
                location = place.group(1);
            }
        }
        String name =
                lines.getFirst().substring(START.length()).replace(" (", "").strip();
        if (columns.isEmpty() || partitions.isEmpty() || location.isEmpty()) {
            throw new IllegalArgumentException("table " + name + ": not of the form that the catalogs derive");
        }
        return new TableStatement(name, Format.of(name, lines), columns, partitions, location, properties);
    }
}
