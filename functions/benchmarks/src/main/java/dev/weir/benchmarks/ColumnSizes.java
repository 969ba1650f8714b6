package dev.weir.benchmarks;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/// What the columns of Parquet objects take, compressed, as their footers say.
///
/// @param bytes by column
/// @param all the size of the objects; what is in no column is footers, indexes and bloom filters
record ColumnSizes(Map<String, Long> bytes, long all, long rows) {

    private static final int TRAILER = 8;

    static ColumnSizes of(LakeObjects lake, List<LakeObject> objects) {
        Map<String, Long> bytes = new TreeMap<>();
        long rows = 0;
        for (LakeObject object : objects) {
            for (BlockMetaData group : groups(lake, object)) {
                rows += group.getRowCount();
                for (ColumnChunkMetaData column : group.getColumns()) {
                    bytes.merge(column.getPath().toArray()[0], column.getTotalSize(), Long::sum);
                }
            }
        }
        long all = objects.stream().mapToLong(LakeObject::size).sum();
        bytes.put(
                "(none)",
                all - bytes.values().stream().mapToLong(Long::longValue).sum());
        return new ColumnSizes(bytes, all, rows);
    }

    private static List<BlockMetaData> groups(LakeObjects lake, LakeObject object) {
        ByteBuffer trailer = ByteBuffer.wrap(lake.read(object, object.size() - TRAILER, TRAILER));
        int length = trailer.order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] footer = lake.read(object, object.size() - TRAILER - length, length);
        try {
            return new ParquetMetadataConverter()
                    .fromParquetMetadata(Util.readFileMetaData(new ByteArrayInputStream(footer)))
                    .getBlocks();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    long of(Set<String> columns) {
        return columns.stream()
                .mapToLong(column -> bytes.getOrDefault(column, 0L))
                .sum();
    }

    /// The largest columns, in bytes per row.
    void print(String what, int most) {
        System.out.printf("%s: %,d rows, %,d bytes, %.1f bytes per row%n", what, rows, all, (double) all / rows);
        bytes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .forEach(column -> System.out.printf(
                        "  %-28s %6.2f bytes per row%n", column.getKey(), (double) column.getValue() / rows));
    }
}
