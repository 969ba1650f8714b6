package dev.weir.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// Reads a column of a row group, row by row.
final class CellReader {

    private final ColumnReader column;
    private final String name;
    private final int target;
    private final PrimitiveTypeName type;
    private final int present;
    private final boolean list;

    /// @param target where the value goes in a row; negative for a column that the table does not have
    CellReader(ColumnReader column, String name, int target) {
        this.column = column;
        this.name = name;
        this.target = target;
        this.type = column.getDescriptor().getPrimitiveType().getPrimitiveTypeName();
        this.present = column.getDescriptor().getMaxDefinitionLevel();
        this.list = column.getDescriptor().getMaxRepetitionLevel() > 0;
    }

    String name() {
        return name;
    }

    int target() {
        return target;
    }

    /// The value of the next row; null where it is absent. A list is a [List].
    @Nullable
    Object next() {
        if (list) {
            return list();
        }
        Object value = column.getCurrentDefinitionLevel() == present ? value() : null;
        column.consume();
        return value;
    }

    private @Nullable Object list() {
        if (column.getCurrentDefinitionLevel() < present - 1) {
            column.consume();
            return null;
        }
        List<Object> values = new ArrayList<>();
        do {
            if (column.getCurrentDefinitionLevel() == present) {
                values.add(value());
            }
            column.consume();
        } while (column.getCurrentRepetitionLevel() > 0);
        return values;
    }

    private Object value() {
        return switch (type) {
            case INT32 -> column.getInteger();
            case INT64 -> column.getLong();
            case BOOLEAN -> column.getBoolean();
            case DOUBLE -> column.getDouble();
            case BINARY, FIXED_LEN_BYTE_ARRAY -> column.getBinary();
            case FLOAT, INT96 ->
                throw new LakeUnavailable("column " + name + " has a type that no column of the lake has");
        };
    }
}
