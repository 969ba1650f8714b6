package dev.weir.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/// Writes a row group anew without some of its rows, column by column, as it was encoded before: the rest keeps its
/// order,
/// and dictionaries, statistics, indexes and bloom filters know nothing of what is gone.
final class GroupRewrite {

    /// Compressed bytes of columns that are fetched together.
    private static final long FETCHED_AT_ONCE = 128 * 1024;

    private final ZstdPages codec;
    private final MessageType schema;

    GroupRewrite(ZstdPages codec, MessageType schema) {
        this.codec = codec;
        this.schema = schema;
    }

    /// @param gone fewer rows than all
    void write(GroupColumns group, BitSet gone, ParquetFileWriter target) throws IOException {
        target.startBlock(group.rows() - gone.cardinality());
        List<ColumnDescriptor> together = new ArrayList<>();
        long bytes = 0;
        for (ColumnDescriptor column : group.all()) {
            together.add(column);
            bytes += group.chunk(column).getTotalSize();
            if (bytes >= FETCHED_AT_ONCE) {
                write(group, together, gone, target);
                together.clear();
                bytes = 0;
            }
        }
        write(group, together, gone, target);
        target.endBlock();
    }

    private void write(GroupColumns group, List<ColumnDescriptor> columns, BitSet gone, ParquetFileWriter target)
            throws IOException {
        group.fetch(columns);
        ColumnReadStoreImpl readers = group.readers();
        for (ColumnDescriptor column : columns) {
            write(readers.getColumnReader(column), group.chunk(column), gone, target);
        }
        group.forget();
    }

    private void write(ColumnReader from, ColumnChunkMetaData chunk, BitSet gone, ParquetFileWriter target)
            throws IOException {
        ColumnDescriptor column = from.getDescriptor();
        MessageType alone = new MessageType(schema.getName(), schema.getType(column.getPath()[0]));
        ParquetProperties properties = LakeEncoding.like(chunk);
        try (ColumnChunkPageWriteStore pages = new ColumnChunkPageWriteStore(
                        codec.getCompressor(chunk.getCodec()),
                        alone,
                        properties.getAllocator(),
                        properties.getColumnIndexTruncateLength(),
                        properties.getPageWriteChecksumEnabled());
                ColumnWriteStore store = properties.newColumnWriteStore(alone, pages, pages)) {
            copy(from, chunk.getValueCount(), gone, store.getColumnWriter(column), store);
            store.flush();
            pages.flushToFileWriter(target);
        }
    }

    private static void copy(ColumnReader from, long values, BitSet gone, ColumnWriter to, ColumnWriteStore store) {
        int row = -1;
        for (long left = values; left > 0; left--) {
            if (from.getCurrentRepetitionLevel() == 0) {
                end(row++, gone, store);
            }
            if (!gone.get(row)) {
                value(from, to);
            } else if (isPresent(from)) {
                from.skip();
            }
            from.consume();
        }
        end(row, gone, store);
    }

    private static boolean isPresent(ColumnReader from) {
        return from.getCurrentDefinitionLevel() == from.getDescriptor().getMaxDefinitionLevel();
    }

    private static void end(int row, BitSet gone, ColumnWriteStore store) {
        if (row >= 0 && !gone.get(row)) {
            store.endRecord();
        }
    }

    private static void value(ColumnReader from, ColumnWriter to) {
        int repetition = from.getCurrentRepetitionLevel();
        int definition = from.getCurrentDefinitionLevel();
        if (!isPresent(from)) {
            to.writeNull(repetition, definition);
            return;
        }
        switch (from.getDescriptor().getPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> to.write(from.getInteger(), repetition, definition);
            case INT64 -> to.write(from.getLong(), repetition, definition);
            case BOOLEAN -> to.write(from.getBoolean(), repetition, definition);
            case DOUBLE -> to.write(from.getDouble(), repetition, definition);
            case FLOAT -> to.write(from.getFloat(), repetition, definition);
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> to.write(from.getBinary(), repetition, definition);
        }
    }
}
