package dev.weir.lake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
    /// @param source where the object's bytes come from
    /// @throws LakeUnavailable if it cannot be fetched
    static Optional<BloomFilter> of(RowGroup.Source source, ColumnChunkMetaData chunk) {
        if (chunk.getBloomFilterOffset() < 0) {
            return Optional.empty();
        }
        return Optional.of(parse(source.bytes(chunk.getBloomFilterOffset(), chunk.getBloomFilterLength()), chunk));
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
