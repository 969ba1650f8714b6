package dev.weir.lake;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;

/// A row group's bytes.
final class RowGroup implements PageReadStore {

    private final BlockMetaData block;
    private final byte[] bytes;
    private final long offset;

    RowGroup(BlockMetaData block, byte[] bytes, long offset) {
        this.block = block;
        this.bytes = bytes;
        this.offset = offset;
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        return pages(column);
    }

    ChunkPages pages(ColumnDescriptor column) {
        return new ChunkPages(chunk(column), bytes, offset);
    }

    ColumnChunkMetaData chunk(ColumnDescriptor column) {
        ColumnPath path = ColumnPath.get(column.getPath());
        for (ColumnChunkMetaData chunk : block.getColumns()) {
            if (chunk.getPath().equals(path)) {
                return chunk;
            }
        }
        throw new IllegalArgumentException("the row group has no column " + path);
    }

    @Override
    public long getRowCount() {
        return block.getRowCount();
    }
}
