package dev.weir.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// The rows of one object, in the columns of today's table. One row group is in memory at a time.
final class RowReader implements Iterator<LakeRow> {

    /// What the footer of silver calls the properties of its columns: JSON, column to property.
    static final String COLUMNS = "weir.columns";

    private static final JsonMapper JSON = new JsonMapper();

    private final ParquetObject object;
    private final SilverTable table;
    private final FormerColumns former;
    private final EventIds ids;
    private final List<CellReader> cells = new ArrayList<>();
    private final int end;
    private int group;
    private long left;

    RowReader(ParquetObject object, SilverTable table) {
        this(object, table, 0, object.groups().size());
    }

    /// The rows of some row groups.
    ///
    /// @param first of the groups
    /// @param end behind the last of them
    RowReader(ParquetObject object, SilverTable table, int first, int end) {
        this.object = object;
        this.group = first;
        this.end = end;
        this.table = table;
        this.ids = new EventIds(table);
        this.former = new FormerColumns(table.position(BronzeTable.PROPERTIES), columns(object));
    }

    private static JsonNode columns(ParquetObject object) {
        try {
            return JSON.readTree(object.metadata().getOrDefault(COLUMNS, "{}"));
        } catch (JsonProcessingException broken) {
            throw new LakeUnavailable("a silver object does not say what its columns are", broken);
        }
    }

    @Override
    public boolean hasNext() {
        while (left == 0 && group < end) {
            open(object.group(group++).whole());
        }
        return left > 0;
    }

    @Override
    public LakeRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        @Nullable Object[] row = new Object[table.size()];
        for (CellReader cell : cells) {
            Object value = cell.next();
            if (cell.target() >= 0) {
                row[cell.target()] = value;
            } else if (value != null) {
                former.keep(row, cell.name(), value);
            }
        }
        ids.join(row);
        return new LakeRow(row, table);
    }

    private void open(RowGroup rows) {
        MessageType schema = object.file().getSchema();
        ColumnReadStoreImpl columns = new ColumnReadStoreImpl(
                rows, new NoConverter(schema), schema, object.file().getCreatedBy());
        cells.clear();
        left = rows.getRowCount();
        for (ColumnDescriptor column : left == 0 ? List.<ColumnDescriptor>of() : schema.getColumns()) {
            String name = column.getPath()[0];
            cells.add(new CellReader(columns.getColumnReader(column), name, table.position(name)));
        }
    }
}
