package dev.weir.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/// A silver object being written, in memory. Rows come in order.
final class SilverFile {

    static final int ROW_GROUP_ROWS = 20_000;

    private static final long ROW_GROUP_BYTES = 64L * 1024 * 1024;
    private static final int PAGE_BYTES = 256 * 1024;
    private static final int STATISTICS_BYTES = 64;
    static final int LARGEST_BLOOM = 64 * 1024;
    static final double FALSE_POSITIVES = 0.01;

    private final MemoryFile file = new MemoryFile();
    private final ParquetWriter<LakeRow> writer;
    private long rows;

    SilverFile(SilverTable table, Map<String, String> metadata) {
        try {
            this.writer = open(file, table, metadata);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void add(LakeRow row) {
        try {
            writer.write(row);
            rows++;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    long rows() {
        return rows;
    }

    /// Bytes of the row groups that are done.
    long flushed() {
        return file.size();
    }

    byte[] finish() {
        try {
            writer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /// A bloom filter is written where a column chunk has no dictionary, so the subject gets none. It is
    /// as large as the subjects of the row group call for.
    private static ParquetWriter<LakeRow> open(MemoryFile file, SilverTable table, Map<String, String> metadata)
            throws IOException {
        return new Builder(file, new SilverWriteSupport(table, metadata))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new ZstdPages())
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
                .withPageSize(PAGE_BYTES)
                .withStatisticsTruncateLength(STATISTICS_BYTES)
                .withDictionaryEncoding("event_id", false)
                .withDictionaryEncoding("subject", false)
                .withBloomFilterEnabled("subject", true)
                .withBloomFilterFPP("subject", FALSE_POSITIVES)
                .withAdaptiveBloomFilterEnabled(true)
                .withMaxBloomFilterBytes(LARGEST_BLOOM)
                .withDictionaryEncoding(BronzeTable.PROPERTIES, false)
                .withStatisticsEnabled(BronzeTable.PROPERTIES, false)
                .build();
    }

    private static final class Builder extends ParquetWriter.Builder<LakeRow, Builder> {

        private final SilverWriteSupport support;

        Builder(OutputFile file, SilverWriteSupport support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<LakeRow> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }

        /// Deprecated and abstract in Parquet at once.
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<LakeRow> getWriteSupport(Configuration configuration) {
            return support;
        }
    }
}
