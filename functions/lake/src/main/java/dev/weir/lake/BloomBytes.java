package dev.weir.lake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/// Bloom filters of columns, which lie between the row groups and the footer.
final class BloomBytes {

    private BloomBytes() {}

    /// The filter of a column in a row group, fetched alone; empty if it has none.
    ///
    /// @throws LakeUnavailable if it cannot be fetched
    static Optional<BloomFilter> of(ParquetObject object, ColumnChunkMetaData chunk) {
        if (chunk.getBloomFilterOffset() < 0) {
            return Optional.empty();
        }
        return Optional.of(parse(object.bytes(chunk.getBloomFilterOffset(), chunk.getBloomFilterLength()), chunk));
    }

    /// The same in a file that is there.
    static Optional<BloomFilter> in(byte[] file, ColumnChunkMetaData chunk) {
        if (chunk.getBloomFilterOffset() < 0) {
            return Optional.empty();
        }
        int start = Math.toIntExact(chunk.getBloomFilterOffset());
        return Optional.of(parse(Arrays.copyOfRange(file, start, start + chunk.getBloomFilterLength()), chunk));
    }

    private static BloomFilter parse(byte[] bytes, ColumnChunkMetaData chunk) {
        ByteArrayInputStream from = new ByteArrayInputStream(bytes);
        try {
            byte[] bits = new byte[Util.readBloomFilterHeader(from).getNumBytes()];
            if (from.readNBytes(bits, 0, bits.length) == bits.length) {
                return new BlockSplitBloomFilter(bits);
            }
        } catch (IOException broken) {
            throw new LakeUnavailable("column " + chunk.getPath() + " has a broken bloom filter", broken);
        }
        throw new LakeUnavailable("column " + chunk.getPath() + " has a bloom filter that is cut off");
    }
}
