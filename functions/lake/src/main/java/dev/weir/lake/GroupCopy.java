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
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Copies row groups of a file byte for byte, with their bloom filters and indexes; of their columns, those that a
/// schema has.
final class GroupCopy {

    private final byte[] file;
    private final MessageType schema;

    GroupCopy(byte[] file, MessageType schema) {
        this.file = file;
        this.schema = schema;
    }

    void write(BlockMetaData group, ParquetFileWriter target) throws IOException {
        target.startBlock(group.getRowCount());
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            if (schema.containsPath(chunk.getPath().toArray())) {
                write(chunk, target);
            }
        }
        target.endBlock();
    }

    private void write(ColumnChunkMetaData chunk, ParquetFileWriter target) throws IOException {
        ColumnDescriptor column = schema.getColumnDescription(chunk.getPath().toArray());
        @Nullable BloomFilter bloom = BloomBytes.in(file, chunk).orElse(null);
        target.appendColumnChunk(column, new Bytes(file), chunk, bloom, columnIndex(chunk), pages(chunk));
    }

    @SuppressWarnings("NullAway") // null is how Parquet is told that there is none
    private @Nullable ColumnIndex columnIndex(ColumnChunkMetaData chunk) throws IOException {
        IndexReference where = chunk.getColumnIndexReference();
        return where == null
                ? null
                : ParquetMetadataConverter.fromParquetColumnIndex(
                        chunk.getPrimitiveType(), Util.readColumnIndex(at(where.getOffset())));
    }

    @SuppressWarnings("NullAway")
    private @Nullable OffsetIndex pages(ColumnChunkMetaData chunk) throws IOException {
        IndexReference where = chunk.getOffsetIndexReference();
        return where == null
                ? null
                : ParquetMetadataConverter.fromParquetOffsetIndex(Util.readOffsetIndex(at(where.getOffset())));
    }

    private ByteArrayInputStream at(long offset) {
        int start = Math.toIntExact(offset);
        return new ByteArrayInputStream(file, start, file.length - start);
    }

    private static final class Bytes extends DelegatingSeekableInputStream {

        private final byte[] all;
        private final ByteArrayInputStream rest;

        Bytes(byte[] all) {
            this(all, new ByteArrayInputStream(all));
        }

        private Bytes(byte[] all, ByteArrayInputStream rest) {
            super(rest);
            this.all = all;
            this.rest = rest;
        }

        @Override
        public long getPos() {
            return all.length - (long) rest.available();
        }

        @Override
        public void seek(long position) {
            rest.reset();
            rest.skip(position);
        }
    }
}
