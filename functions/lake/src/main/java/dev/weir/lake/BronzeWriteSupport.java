package dev.weir.lake;

import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/// Hands bronze rows to Parquet, column by column.
final class BronzeWriteSupport extends WriteSupport<BronzeRow> {

    private final BronzeTable table;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;

    BronzeWriteSupport(BronzeTable table, Map<String, String> metadata) {
        this.table = table;
        this.metadata = metadata;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(table.schema(), metadata);
    }

    /// Deprecated and abstract in Parquet at once; never called where Hadoop is absent.
    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("bronze is written without Hadoop");
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(BronzeRow row) {
        RecordConsumer parquet = Objects.requireNonNull(consumer);
        parquet.startMessage();
        int column = 0;
        for (BronzeColumn field : table.envelope()) {
            Object cell = row.cell(column);
            if (cell != null) {
                parquet.startField(field.name(), column);
                field.write(parquet, cell);
                parquet.endField(field.name(), column);
            }
            column++;
        }
        text(parquet, BronzeTable.PROPERTIES, column++, row.properties());
        text(parquet, BronzeTable.SHARD, column++, Binary.fromString(row.place().shardId()));
        text(
                parquet,
                BronzeTable.SEQUENCE,
                column++,
                Binary.fromString(row.place().sequence().toString()));
        parquet.startField(BronzeTable.RECORD_INDEX, column);
        parquet.addInteger(row.index());
        parquet.endField(BronzeTable.RECORD_INDEX, column);
        parquet.endMessage();
    }

    private static void text(RecordConsumer parquet, String name, int column, Binary value) {
        parquet.startField(name, column);
        parquet.addBinary(value);
        parquet.endField(name, column);
    }
}
