package dev.weir.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Parquet objects seen by a reader that is not ours.
final class Lake {

    private final Path folder;

    Lake(Path folder) {
        this.folder = folder;
    }

    static List<List<String>> select(Path folder, Map<String, byte[]> objects, String sql) throws IOException {
        Lake lake = new Lake(folder);
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            lake.add(object.getKey(), object.getValue());
        }
        return lake.select(sql);
    }

    Lake add(String key, byte[] parquet) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, parquet);
        return this;
    }

    /// Rows of text, `null` for NULL; `FILES` in the statement stands for all objects.
    List<List<String>> select(String sql) {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            try (ResultSet rows = statement.executeQuery(sql.replace("FILES", "'" + folder + "/**/*.parquet'"))) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static List<List<String>> read(ResultSet rows) throws SQLException {
        List<List<String>> result = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(String.valueOf(rows.getString(column)));
            }
            result.add(row);
        }
        return result;
    }
}
