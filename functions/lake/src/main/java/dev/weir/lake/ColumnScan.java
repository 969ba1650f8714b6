package dev.weir.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Reads some columns of an object, row by row, and only those.
final class ColumnScan {

    private ColumnScan() {}

    /// @param names columns without lists that the object has
    static void rows(ParquetObject object, List<String> names, Consumer<@Nullable Object[]> rows) {
        MessageType schema = object.file().getSchema();
        for (int number = 0; number < object.groups().size(); number++) {
            RowGroup group = object.group(number);
            if (group.getRowCount() > 0) {
                List<CellReader> cells = cells(object, group, schema, names);
                for (long row = 0; row < group.getRowCount(); row++) {
                    rows.accept(cells.stream().map(CellReader::next).toArray());
                }
            }
        }
    }

    private static List<CellReader> cells(
            ParquetObject object, RowGroup group, MessageType schema, List<String> names) {
        ColumnReadStoreImpl columns = new ColumnReadStoreImpl(
                group, new NoConverter(schema), schema, object.file().getCreatedBy());
        List<CellReader> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(new CellReader(
                    columns.getColumnReader(schema.getColumnDescription(new String[] {name})), name, cells.size()));
        }
        return cells;
    }
}
