package dev.weir.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;

/// A row group's bytes: those that were fetched, and others when they are asked for.
final class RowGroup implements PageReadStore {

    /// Bytes that nobody asked for, but that cost less than another request.
    private static final int GAP = 32 * 1024;

    private final BlockMetaData block;
    private final Source source;
    private final List<Span> spans = new ArrayList<>();

    /// Where bytes of the object come from.
    interface Source {
        byte[] bytes(long from, int length);
    }

    /// @param bytes of the object
    /// @param from where they begin in it
    private record Span(byte[] bytes, long from) {
        boolean holds(ColumnChunkMetaData chunk) {
            return chunk.getStartingPos() >= from
                    && chunk.getStartingPos() + chunk.getTotalSize() <= from + bytes.length;
        }
    }

    RowGroup(BlockMetaData block, Source source) {
        this.block = block;
        this.source = source;
    }

    /// Fetches all of it at once.
    RowGroup whole() {
        fetch(block.getStartingPos(), block.getStartingPos() + block.getCompressedSize());
        return this;
    }

    /// Fetches some columns, in as few requests as there are gaps worth sparing.
    void fetch(List<ColumnDescriptor> columns) {
        List<ColumnChunkMetaData> missing = columns.stream()
                .map(this::chunk)
                .filter(chunk -> spans.stream().noneMatch(span -> span.holds(chunk)))
                .sorted(Comparator.comparingLong(ColumnChunkMetaData::getStartingPos))
                .toList();
        long from = -1;
        long end = -1;
        for (ColumnChunkMetaData chunk : missing) {
            if (from >= 0 && chunk.getStartingPos() > end + GAP) {
                fetch(from, end);
                from = -1;
            }
            from = from < 0 ? chunk.getStartingPos() : from;
            end = chunk.getStartingPos() + chunk.getTotalSize();
        }
        if (from >= 0) {
            fetch(from, end);
        }
    }

    /// Lets go of what was fetched.
    void forget() {
        spans.clear();
    }

    private void fetch(long from, long end) {
        spans.add(new Span(source.bytes(from, Math.toIntExact(end - from)), from));
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        return pages(column);
    }

    ChunkPages pages(ColumnDescriptor column) {
        fetch(List.of(column));
        ColumnChunkMetaData chunk = chunk(column);
        Span span = span(chunk);
        return new ChunkPages(chunk, span.bytes, span.from);
    }

    /// The bytes of a column of it, which is fetched already, by their place in the object.
    GroupBytes stream(ColumnChunkMetaData chunk) {
        Span span = span(chunk);
        return new GroupBytes(span.bytes, span.from);
    }

    private Span span(ColumnChunkMetaData chunk) {
        return spans.stream().filter(some -> some.holds(chunk)).findFirst().orElseThrow();
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
