package dev.weir.local.endtoend;

import dev.weir.local.stack.Clients;
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
import software.amazon.awssdk.services.s3.model.S3Object;

/// The lake as an independent reader sees it: objects fetched through the S3 API, read by DuckDB.
final class Lake {

    private final Clients clients;
    private final Path copy;
    private final String bucket;
    private List<String> counted = List.of();
    private long rows;

    Lake(Clients clients, Path copy, String bucket) {
        this.clients = clients;
        this.copy = copy;
        this.bucket = bucket;
    }

    List<String> keys(String bucket, String prefix) {
        return clients.s3().listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /// The rows of a query over `bronze`; each value as text.
    List<List<String>> query(String sql) throws IOException, SQLException {
        fetch();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("create view bronze as select * from read_parquet('" + copy
                    + "/**/*.parquet', hive_partitioning = false)");
            List<List<String>> rows = new ArrayList<>();
            ResultSet result = statement.executeQuery(sql);
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /// Rows in bronze; 0 while there is nothing. They are counted anew only where there are other objects.
    long rows() throws IOException, SQLException {
        List<String> now = keys(bucket, "bronze/");
        if (!now.equals(counted)) {
            rows = now.isEmpty()
                    ? 0
                    : Long.parseLong(
                            query("select count(*) from bronze").getFirst().getFirst());
            counted = now;
        }
        return rows;
    }

    private void fetch() throws IOException {
        for (String key : keys(bucket, "bronze/")) {
            Path file = copy.resolve(key);
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                clients.s3().getObject(get -> get.bucket(bucket).key(key), file);
            }
        }
    }
}
