package dev.weir.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/// Rows of one partition and shard as the bytes of a Parquet file, sorted by subject and event id.
final class BronzeFile {

    /// What `weir.format` says in the footer; a change of columns that readers must know of raises it.
    private static final String FORMAT = "1";

    private static final long ROW_GROUP_BYTES = 32L * 1024 * 1024;
    private static final int ROW_GROUP_ROWS = 20_000;
    private static final int PAGE_BYTES = 256 * 1024;
    private static final int STATISTICS_BYTES = 64;

    private final BronzeTable table;

    BronzeFile(BronzeTable table) {
        this.table = table;
    }

    /// @param rows at least one, in the order of the stream
    byte[] encode(List<BronzeRow> rows) {
        return encode(rows, rows);
    }

    /// @param rows what the footer tells of: at least one, in the order of the stream
    /// @param kept those of them that are in the file; none may be
    byte[] encode(List<BronzeRow> rows, List<BronzeRow> kept) {
        MemoryFile file = new MemoryFile();
        try (ParquetWriter<BronzeRow> writer = open(file, metadata(rows))) {
            for (BronzeRow row : kept.stream().sorted(BronzeRow.BY_SUBJECT).toList()) {
                writer.write(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot encode " + rows.size() + " rows", impossible);
        }
        return file.toByteArray();
    }

    private static Map<String, String> metadata(List<BronzeRow> rows) {
        return Map.of(
                "weir.format", FORMAT,
                "weir.shard", rows.getFirst().place().shardId(),
                "weir.first-sequence", rows.getFirst().place().sequence().toString(),
                "weir.last-sequence", rows.getLast().place().sequence().toString());
    }

    private ParquetWriter<BronzeRow> open(MemoryFile file, Map<String, String> metadata) throws IOException {
        return new Builder(file, new BronzeWriteSupport(table, metadata))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new ZstdPages())
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
                .withPageSize(PAGE_BYTES)
                .withStatisticsTruncateLength(STATISTICS_BYTES)
                .withDictionaryEncoding(EventIds.TEXT, false)
                .withDictionaryEncoding(BronzeTable.PROPERTIES, false)
                .withStatisticsEnabled(BronzeTable.PROPERTIES, false)
                .build();
    }

    private static final class Builder extends ParquetWriter.Builder<BronzeRow, Builder> {

        private final BronzeWriteSupport support;

        Builder(OutputFile file, BronzeWriteSupport support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<BronzeRow> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }

        /// Deprecated and abstract in Parquet at once.
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<BronzeRow> getWriteSupport(Configuration configuration) {
            return support;
        }
    }
}
