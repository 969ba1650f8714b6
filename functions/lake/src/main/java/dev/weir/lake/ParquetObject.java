package dev.weir.lake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.jspecify.annotations.Nullable;

/// A Parquet object of the lake, fetched in parts. One that is small is fetched whole, at once.
final class ParquetObject {

    private static final int TAIL = 256 * 1024;
    private static final int TRAILER = 8;
    private static final int MAGIC = 0x31524150;

    private final LakeObjects lake;
    private final LakeObject object;
    private final FileMetaData file;
    private final long filtersFrom;
    private final long footerFrom;

    private @Nullable List<BlockMetaData> groups;

    /// What lies right before the footer and came with it.
    private byte[] tail;

    /// What lies before the tail, when it has been fetched.
    private byte[] indexes = {};

    /// @throws LakeUnavailable if it has changed or gone since it was listed, or is no Parquet file
    ParquetObject(LakeObjects lake, LakeObject object) {
        this.lake = lake;
        this.object = object;
        if (object.size() < TRAILER) {
            throw broken(null);
        }
        int length = (int) Math.min(object.size(), TAIL);
        byte[] end = lake.read(object, object.size() - length, length);
        ByteBuffer trailer = ByteBuffer.wrap(end, length - TRAILER, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        int footerLength = trailer.getInt();
        if (trailer.getInt() != MAGIC || footerLength < 0 || footerLength > object.size() - TRAILER) {
            throw broken(null);
        }
        int needed = footerLength + TRAILER;
        byte[] read = needed <= length ? end : lake.read(object, object.size() - needed, needed);
        ParquetMetadata footer = parse(new ByteArrayInputStream(read, read.length - needed, footerLength));
        this.file = footer.getFileMetaData();
        this.groups = footer.getBlocks();
        this.filtersFrom = filtersFrom(footer.getBlocks());
        this.footerFrom = object.size() - needed;
        this.tail = Arrays.copyOf(read, read.length - needed);
    }

    private ParquetMetadata parse(ByteArrayInputStream bytes) {
        try {
            return new ParquetMetadataConverter().fromParquetMetadata(Util.readFileMetaData(bytes));
        } catch (IOException | RuntimeException broken) {
            throw broken(broken);
        }
    }

    private LakeUnavailable broken(@Nullable Exception cause) {
        String message = object.key() + " is no Parquet file";
        return cause == null ? new LakeUnavailable(message) : new LakeUnavailable(message, cause);
    }

    FileMetaData file() {
        return file;
    }

    Map<String, String> metadata() {
        return file.getKeyValueMetaData();
    }

    List<BlockMetaData> groups() {
        if (groups == null) {
            throw new IllegalStateException("the row groups of " + object.key() + " have been let go of");
        }
        return groups;
    }

    /// A row group of which nothing is fetched yet.
    RowGroup group(int number) {
        return new RowGroup(groups().get(number), this::bytes);
    }

    /// Some bytes of it. Bloom filters lie right before the footer, and are fetched with the first of them.
    byte[] bytes(long from, int length) {
        if (from >= filtersFrom) {
            fetchIndexes(filtersFrom);
        }
        long tailFrom = tailFrom();
        if (from >= tailFrom) {
            return part(tail, from - tailFrom, length);
        }
        long indexesFrom = tailFrom - indexes.length;
        return from >= indexesFrom && from + length <= tailFrom
                ? part(indexes, from - indexesFrom, length)
                : lake.read(object, from, length);
    }

    private static byte[] part(byte[] bytes, long from, int length) {
        int start = Math.toIntExact(from);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /// Fetches all that lies between the row groups and the footer: indexes of columns and pages, and bloom filters.
    void fetchIndexes() {
        groups().stream()
                .mapToLong(group -> group.getStartingPos() + group.getCompressedSize())
                .max()
                .ifPresent(this::fetchIndexes);
    }

    private void fetchIndexes(long from) {
        long tailFrom = tailFrom();
        if (from < tailFrom - indexes.length) {
            indexes = lake.read(object, from, Math.toIntExact(tailFrom - from));
        }
    }

    private long tailFrom() {
        return footerFrom - tail.length;
    }

    /// Lets go of what is known of row groups, which is about as much as one of them. What the file says of itself
    /// stays.
    void forgetGroups() {
        groups = null;
        tail = new byte[0];
        indexes = new byte[0];
    }

    private static long filtersFrom(List<BlockMetaData> groups) {
        return groups.stream()
                .flatMap(group -> group.getColumns().stream())
                .mapToLong(ColumnChunkMetaData::getBloomFilterOffset)
                .filter(offset -> offset >= 0)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
