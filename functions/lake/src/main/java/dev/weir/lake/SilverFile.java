package dev.weir.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/// A silver object being written, column by column: a row group in memory, what is done in a file. Rows come in order.
/// Columns of properties that no row has are not in the object: most events have few of a product's, and each column
/// costs a page and a place in the footer for every row group.
final class SilverFile implements AutoCloseable {

    static final int ROW_GROUP_ROWS = 20_000;

    private final ScratchFile file = new ScratchFile();
    private final ZstdPages codec = new ZstdPages();
    private final MessageType schema;
    private final EventIds ids;
    private final Map<String, String> metadata;
    private final ParquetProperties properties = LakeEncoding.silver();
    private final List<ColumnDescriptor> columns;
    private final ColumnWriter[] writers;
    private final boolean[] begun;
    private final boolean[] used;
    private final ParquetFileWriter target;
    private @Nullable Group group;
    private @Nullable ScratchFile narrowed;
    private long rows;

    private record Group(ColumnChunkPageWriteStore pages, ColumnWriteStore store) {}

    SilverFile(SilverTable table, Map<String, String> metadata) {
        this.schema = table.schema();
        this.ids = new EventIds(table);
        this.metadata = metadata;
        this.columns = schema.getColumns();
        this.writers = new ColumnWriter[columns.size()];
        this.begun = new boolean[writers.length];
        this.used = new boolean[writers.length];
        Arrays.fill(used, 0, table.first(), true);
        used[table.position(EventIds.UUID)] = false;
        try {
            this.target = RewrittenFile.open(file, schema);
            target.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Takes the cells of a row, whose event id goes where silver has it.
    void add(LakeRow row) {
        ids.split(row.cells);
        Group open = group == null ? begin() : group;
        for (int column = 0; column < writers.length; column++) {
            Object cell = row.cells[column];
            if (cell != null && !begun[column]) {
                begin(column, rows % ROW_GROUP_ROWS);
            }
            if (begun[column]) {
                write(columns.get(column), writers[column], cell);
            }
        }
        open.store.endRecord();
        rows++;
        if (rows % ROW_GROUP_ROWS == 0) {
            flush(open, ROW_GROUP_ROWS);
        }
    }

    private Group begin() {
        ColumnChunkPageWriteStore pages = new ColumnChunkPageWriteStore(
                codec.getCompressor(CompressionCodecName.ZSTD),
                schema,
                properties.getAllocator(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled());
        Group opened = new Group(pages, properties.newColumnWriteStore(schema, pages, pages));
        for (int column = 0; column < writers.length; column++) {
            writers[column] = opened.store.getColumnWriter(columns.get(column));
        }
        Arrays.fill(begun, false);
        group = opened;
        return opened;
    }

    /// A column is begun with its first value, as most have none in a row group.
    private void begin(int column, long absent) {
        begun[column] = true;
        used[column] = true;
        absent(column, absent);
    }

    private void absent(int column, long rows) {
        ColumnWriter writer = writers[column];
        for (long row = 0; row < rows; row++) {
            writer.writeNull(0, 0);
        }
    }

    private static void write(ColumnDescriptor column, ColumnWriter to, @Nullable Object cell) {
        int present = column.getMaxDefinitionLevel();
        switch (cell) {
            case null -> to.writeNull(0, 0);
            case Binary bytes -> to.write(bytes, 0, present);
            case Integer number -> to.write(number, 0, present);
            case Long number -> to.write(number, 0, present);
            case Boolean flag -> to.write(flag, 0, present);
            case Double number -> to.write(number, 0, present);
            case List<?> list -> list(to, list, present);
            default -> throw new IllegalStateException("no column holds a " + cell.getClass());
        }
    }

    private static void list(ColumnWriter to, List<?> values, int present) {
        if (values.isEmpty()) {
            to.writeNull(0, present - 1);
        }
        for (int element = 0; element < values.size(); element++) {
            to.write((Binary) values.get(element), element == 0 ? 0 : 1, present);
        }
    }

    private void flush(Group done, long size) {
        try (ColumnChunkPageWriteStore pages = done.pages;
                ColumnWriteStore store = done.store) {
            target.startBlock(size);
            for (int column = 0; column < writers.length; column++) {
                if (!begun[column]) {
                    absent(column, size);
                }
            }
            store.flush();
            pages.flushToFileWriter(target);
            target.endBlock();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        group = null;
    }

    long rows() {
        return rows;
    }

    /// Bytes of the row groups that are done.
    long flushed() {
        return file.size();
    }

    /// The file, which is there until this is closed.
    ObjectBody finish() {
        if (group != null) {
            flush(group, rows % ROW_GROUP_ROWS);
        }
        try {
            target.end(metadata);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            codec.release();
        }
        MessageType narrow = narrow();
        if (narrow.equals(schema)) {
            return file;
        }
        ScratchFile less = RewrittenFile.narrowed(file, target.getFooter().getBlocks(), narrow, metadata);
        file.close();
        narrowed = less;
        return less;
    }

    /// The columns that some row has; those of the envelope anyway, but for that of UUIDs.
    private MessageType narrow() {
        List<Type> fields = new ArrayList<>();
        for (int column = 0; column < used.length; column++) {
            if (used[column]) {
                fields.add(schema.getType(column));
            }
        }
        return new MessageType(schema.getName(), fields);
    }

    @Override
    public void close() {
        file.close();
        if (narrowed != null) {
            narrowed.close();
        }
    }
}
