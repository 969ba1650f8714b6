package dev.weir.local.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks for someone in every Parquet file of a product, those that no query reads too, with a reader that is not the
/// one
/// that erases: DuckDB.
///
/// @param lake the folder of the lake's bucket
/// @param only the values of columns that rows must have one of, by column; none means any
public record LakeExamination(Path lake, String product, Map<String, List<String>> only) {

    private static final Set<String> FOLDERS = Set.of("bronze", "silver");

    /// What was looked at, and what was found.
    public record Found(long files, long rows) {}

    /// Rows that have one of the names in any column and were received until a moment.
    ///
    /// @param names pseudonyms in hex
    public Found people(List<String> names, Instant until) throws IOException, SQLException {
        return examine(
                columns -> columns.stream()
                        .flatMap(column -> names.stream().map(column::holds))
                        .collect(Collectors.joining(" or ", "(", ")")),
                until);
    }

    /// Rows of a tenant that were received until a moment.
    public Found tenant(String tenant, Instant until) throws IOException, SQLException {
        return examine(columns -> "tenant = '" + tenant.replace("'", "''") + "'", until);
    }

    private interface Condition {

        String over(List<Column> columns);
    }

    private record Column(String name, String type) {

        String holds(String hex) {
            String quoted = '"' + name.replace("\"", "\"\"") + '"';
            return type.equals("BLOB")
                    ? "coalesce(" + quoted + " = unhex('" + hex + "'), false)"
                    : "coalesce(contains(cast(" + quoted + " as varchar), '" + hex + "'), false)";
        }
    }

    private Found examine(Condition condition, Instant until) throws IOException, SQLException {
        List<Path> files = files();
        long rows = 0;
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (Path file : files) {
                String source = "read_parquet('" + file.toString().replace("'", "''") + "', hive_partitioning = false)";
                String where = condition.over(columns(statement, source));
                rows += count(statement, source, where, until);
            }
        }
        return new Found(files.size(), rows);
    }

    private String scope() {
        StringBuilder conditions = new StringBuilder();
        only.forEach((column, values) -> conditions.append(values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", " and " + column + " in (", ")"))));
        return conditions.toString();
    }

    private long count(Statement statement, String source, String where, Instant until) throws SQLException {
        String sql = "select count(*) from " + source + " where epoch_ms(event_timestamp) <= " + until.toEpochMilli()
                + " and " + where + scope();
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static List<Column> columns(Statement statement, String source) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("describe select * from " + source)) {
            while (result.next()) {
                columns.add(new Column(result.getString(1), result.getString(2)));
            }
        }
        return columns;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path root = lake.resolve(folder).resolve("product=" + product);
            if (Files.isDirectory(root)) {
                try (Stream<Path> tree = Files.walk(root)) {
                    tree.filter(file -> file.toString().endsWith(".parquet")).forEach(files::add);
                }
            }
        }
        return files;
    }
}
