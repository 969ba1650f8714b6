package dev.weir.lake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/// A Parquet object of the lake, fetched by row group. One that is small is fetched whole, at once.
final class ParquetObject {

    private static final int TAIL = 256 * 1024;
    private static final int TRAILER = 8;
    private static final int MAGIC = 0x31524150;

    private final LakeObjects lake;
    private final LakeObject object;
    private final byte[] tail;
    private final ParquetMetadata footer;

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
        this.tail = needed <= length ? end : lake.read(object, object.size() - needed, needed);
        this.footer = parse(new ByteArrayInputStream(tail, tail.length - needed, footerLength));
    }

    private ParquetMetadata parse(ByteArrayInputStream bytes) {
        try {
            return new ParquetMetadataConverter().fromParquetMetadata(Util.readFileMetaData(bytes));
        } catch (IOException | RuntimeException broken) {
            throw broken(broken);
        }
    }

    private LakeUnavailable broken(@org.jspecify.annotations.Nullable Exception cause) {
        String message = object.key() + " is no Parquet file";
        return cause == null ? new LakeUnavailable(message) : new LakeUnavailable(message, cause);
    }

    FileMetaData file() {
        return footer.getFileMetaData();
    }

    Map<String, String> metadata() {
        return file().getKeyValueMetaData();
    }

    List<BlockMetaData> groups() {
        return footer.getBlocks();
    }

    RowGroup group(int number) {
        BlockMetaData block = groups().get(number);
        long from = block.getStartingPos();
        int length = Math.toIntExact(block.getCompressedSize());
        return new RowGroup(block, bytes(from, length), from);
    }

    private byte[] bytes(long from, int length) {
        long tailFrom = object.size() - tail.length;
        if (from < tailFrom) {
            return lake.read(object, from, length);
        }
        int start = (int) (from - tailFrom);
        return java.util.Arrays.copyOfRange(tail, start, start + length);
    }
}
