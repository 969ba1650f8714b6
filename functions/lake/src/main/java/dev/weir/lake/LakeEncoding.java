package dev.weir.lake;

import java.util.Objects;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.column.values.factory.DefaultV2ValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// How values become bytes in silver. Rows are sorted by person and event id, so neighbours are alike: numbers and
/// times
/// are kept as differences, names of people in dictionaries, event ids as what they do not share with the one before.
/// Other text stays as it is, which zstd packs better, and an erasure can search without taking it apart.
final class LakeEncoding implements ValuesWriterFactory {

    private static final int PAGE_BYTES = 1024 * 1024;
    private static final int STATISTICS_BYTES = 64;
    private static final int LARGEST_BLOOM = 64 * 1024;
    private static final double FALSE_POSITIVES = 0.01;
    private static final String CLIENT_TIME = "client_timestamp";
    private static final Set<Encoding> DIFFERENCES =
            Set.of(Encoding.DELTA_BINARY_PACKED, Encoding.DELTA_BYTE_ARRAY, Encoding.RLE_DICTIONARY);

    private final ValuesWriterFactory plain = new DefaultV1ValuesWriterFactory();
    private final ValuesWriterFactory differences = new DefaultV2ValuesWriterFactory();
    private @Nullable ParquetProperties properties;

    /// Of a new object. A bloom filter is written where a column chunk has no dictionary, so the subject gets none. It
    /// is
    /// as large as the subjects of the row group call for.
    static ParquetProperties silver() {
        return sized().withValuesWriterFactory(new LakeEncoding())
                .withDictionaryEncoding(EventIds.TEXT, false)
                .withDictionaryEncoding(EventIds.UUID, false)
                .withDictionaryEncoding(CLIENT_TIME, false)
                .withDictionaryEncoding("subject", false)
                .withBloomFilterEnabled("subject", true)
                .withBloomFilterFPP("subject", FALSE_POSITIVES)
                .withDictionaryEncoding(BronzeTable.PROPERTIES, false)
                .withStatisticsEnabled(BronzeTable.PROPERTIES, false)
                .build();
    }

    /// Of a column chunk that is written anew: as it was.
    static ParquetProperties like(ColumnChunkMetaData chunk) {
        String path = chunk.getPath().toDotString();
        boolean statistics =
                chunk.getStatistics() != null && !chunk.getStatistics().isEmpty();
        boolean differences = chunk.getEncodings().stream().anyMatch(DIFFERENCES::contains);
        return sized().withValuesWriterFactory(
                        differences ? new DefaultV2ValuesWriterFactory() : new DefaultV1ValuesWriterFactory())
                .withDictionaryEncoding(chunk.hasDictionaryPage())
                .withStatisticsEnabled(statistics)
                .withBloomFilterEnabled(path, chunk.getBloomFilterOffset() >= 0)
                .withBloomFilterFPP(path, FALSE_POSITIVES)
                .build();
    }

    private static ParquetProperties.Builder sized() {
        return ParquetProperties.builder()
                .withPageSize(PAGE_BYTES)
                .withPageRowCountLimit(Integer.MAX_VALUE)
                .withStatisticsTruncateLength(STATISTICS_BYTES)
                .withSizeStatisticsEnabled(false)
                .withAdaptiveBloomFilterEnabled(true)
                .withMaxBloomFilterBytes(LARGEST_BLOOM);
    }

    @Override
    public void initialize(ParquetProperties all) {
        properties = all;
        plain.initialize(all);
        differences.initialize(all);
    }

    @Override
    public ValuesWriter newValuesWriter(ColumnDescriptor column) {
        ValuesWriter writer = parquets(column);
        return writer instanceof FallbackValuesWriter<?, ?> fallback
                        && fallback.initialWriter instanceof PlainBinaryDictionaryValuesWriter
                ? FallbackValuesWriter.of(dictionary(column, fallback.initialWriter), fallback.fallBackWriter)
                : writer;
    }

    private BytesDictionary dictionary(ColumnDescriptor column, ValuesWriter like) {
        boolean fixed = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        ParquetProperties settings = Objects.requireNonNull(properties);
        Encoding pages = like.getEncoding();
        return new BytesDictionary(
                settings.getDictionaryPageSizeThreshold(),
                fixed,
                pages,
                pages == Encoding.RLE_DICTIONARY ? Encoding.PLAIN : pages,
                settings.getAllocator());
    }

    private ValuesWriter parquets(ColumnDescriptor column) {
        String name = column.getPath()[0];
        boolean alike = switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case BINARY -> name.equals(EventIds.TEXT);
            case INT64 -> !name.equals(CLIENT_TIME);
            case INT32, FIXED_LEN_BYTE_ARRAY -> true;
            case INT96, BOOLEAN, DOUBLE, FLOAT -> false;
        };
        return (alike ? differences : plain).newValuesWriter(column);
    }
}
