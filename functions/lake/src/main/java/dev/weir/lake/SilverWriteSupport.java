package dev.weir.lake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Hands rows to Parquet, cell by cell.
final class SilverWriteSupport extends WriteSupport<LakeRow> {

    private final MessageType schema;
    private final String[] names;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;

    SilverWriteSupport(SilverTable table, Map<String, String> metadata) {
        this.schema = table.schema();
        this.names = schema.getFields().stream()
                .map(org.apache.parquet.schema.Type::getName)
                .toArray(String[]::new);
        this.metadata = metadata;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, metadata);
    }

    /// Deprecated and abstract in Parquet at once; never called where Hadoop is absent.
    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("silver is written without Hadoop");
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(LakeRow row) {
        RecordConsumer parquet = Objects.requireNonNull(consumer);
        parquet.startMessage();
        for (int column = 0; column < names.length; column++) {
            Object cell = row.cells[column];
            if (cell != null) {
                parquet.startField(names[column], column);
                value(parquet, cell);
                parquet.endField(names[column], column);
            }
        }
        parquet.endMessage();
    }

    private static void value(RecordConsumer parquet, Object cell) {
        switch (cell) {
            case Binary bytes -> parquet.addBinary(bytes);
            case Integer number -> parquet.addInteger(number);
            case Long number -> parquet.addLong(number);
            case Boolean flag -> parquet.addBoolean(flag);
            case Double number -> parquet.addDouble(number);
            case List<?> list -> list(parquet, list);
            default -> throw new IllegalStateException("no column holds a " + cell.getClass());
        }
    }

    private static void list(RecordConsumer parquet, List<?> values) {
        parquet.startGroup();
        if (!values.isEmpty()) {
            parquet.startField("list", 0);
            for (Object element : values) {
                parquet.startGroup();
                parquet.startField("element", 0);
                value(parquet, element);
                parquet.endField("element", 0);
                parquet.endGroup();
            }
            parquet.endField("list", 0);
        }
        parquet.endGroup();
    }
}
