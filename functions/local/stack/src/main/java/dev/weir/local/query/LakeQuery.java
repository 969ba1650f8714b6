package dev.weir.local.query;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Runs SQL over the files of a lake and writes the result as CSV (RFC 4180) with a header. The query can
/// read the lake and nothing else, and write nothing.
public final class LakeQuery {

    private final Catalog catalog;
    private final Path lake;

    /// @param lake folder of the lake's bucket; need not be there yet
    public LakeQuery(Catalog catalog, Path lake) {
        this.catalog = catalog;
        this.lake = lake;
    }

    /// Writes the result of one statement.
    ///
    /// @throws SQLException if the statement is wrong; its message says where
    public void run(String sql, Appendable csv) throws SQLException, IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("set allowed_directories = [" + SqlName.literal(lake + "/") + "]");
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
            LakeFiles files = LakeFiles.of(statement, lake);
            for (String view : new LakeViews(catalog, SilverColumns.load()).statements(files)) {
                statement.execute(view);
            }
            if (statement.execute(sql)) {
                print(statement.getResultSet(), csv);
            }
        }
    }

    private static void print(ResultSet rows, Appendable csv) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.add(columns.getColumnLabel(i));
        }
        CSVPrinter printer = new CSVPrinter(
                csv, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        printer.printRecord(values);
        while (rows.next()) {
            values.clear();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                values.add(rows.getString(i));
            }
            printer.printRecord(values);
        }
        printer.flush();
    }
}
