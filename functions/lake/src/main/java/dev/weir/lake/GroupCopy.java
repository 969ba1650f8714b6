package dev.weir.lake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.hadoop.metadata.IndexReference;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Copies row groups byte for byte, with their bloom filters and indexes; of their columns, those that a schema has.
/// One
/// is in memory at a time.
final class GroupCopy {

    private final RowGroup.Source source;
    private final MessageType schema;

    /// @param source where the row groups are
    GroupCopy(RowGroup.Source source, MessageType schema) {
        this.source = source;
        this.schema = schema;
    }

    void write(BlockMetaData block, ParquetFileWriter target) throws IOException {
        RowGroup group = new RowGroup(block, source).whole();
        target.startBlock(group.getRowCount());
        for (ColumnChunkMetaData chunk : block.getColumns()) {
            if (schema.containsPath(chunk.getPath().toArray())) {
                write(group, chunk, target);
            }
        }
        target.endBlock();
    }

    private void write(RowGroup group, ColumnChunkMetaData chunk, ParquetFileWriter target) throws IOException {
        ColumnDescriptor column = schema.getColumnDescription(chunk.getPath().toArray());
        @Nullable BloomFilter bloom = BloomBytes.of(source, chunk).orElse(null);
        target.appendColumnChunk(column, group.stream(chunk), chunk, bloom, columnIndex(chunk), pages(chunk));
    }

    @SuppressWarnings("NullAway") // null is how Parquet is told that there is none
    private @Nullable ColumnIndex columnIndex(ColumnChunkMetaData chunk) throws IOException {
        IndexReference where = chunk.getColumnIndexReference();
        return where == null
                ? null
                : ParquetMetadataConverter.fromParquetColumnIndex(
                        chunk.getPrimitiveType(), Util.readColumnIndex(at(where)));
    }

    @SuppressWarnings("NullAway")
    private @Nullable OffsetIndex pages(ColumnChunkMetaData chunk) throws IOException {
        IndexReference where = chunk.getOffsetIndexReference();
        return where == null ? null : ParquetMetadataConverter.fromParquetOffsetIndex(Util.readOffsetIndex(at(where)));
    }

    private ByteArrayInputStream at(IndexReference where) {
        return new ByteArrayInputStream(source.bytes(where.getOffset(), where.getLength()));
    }
}
