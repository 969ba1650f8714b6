package dev.weir.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/// Reads a file row by row and writes it row by row, with what Parquet has for that.
final class FullRewrite {

    private static final int ROW_GROUP_ROWS = 20_000;

    private FullRewrite() {}

    /// Writes all rows of a file to another, in place of what was there.
    static void of(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(from), options)) {
            MessageType schema = file.getFileMetaData().getSchema();
            try (ParquetWriter<Group> target = ExampleParquetWriter.builder(new LocalOutputFile(to))
                    .withConf(new PlainParquetConfiguration())
                    .withType(schema)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
                    .build()) {
                for (PageReadStore group = file.readNextRowGroup(); group != null; group = file.readNextRowGroup()) {
                    RecordReader<Group> records = new ColumnIOFactory()
                            .getColumnIO(schema)
                            .getRecordReader(group, new GroupRecordConverter(schema));
                    for (long row = 0; row < group.getRowCount(); row++) {
                        target.write(records.read());
                    }
                }
            }
        }
    }
}
