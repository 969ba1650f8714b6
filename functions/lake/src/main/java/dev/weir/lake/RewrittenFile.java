package dev.weir.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;

/// A Parquet file without some of its rows or columns: what is not hit is copied, and the footer says what it said.
final class RewrittenFile {

    private static final long ROW_GROUP_BYTES = 64L * 1024 * 1024;

    private RewrittenFile() {}

    /// @param gone the rows to leave out, by row group
    static byte[] of(byte[] file, ParquetObject parquet, Map<Integer, BitSet> gone) {
        MemoryFile output = new MemoryFile();
        ZstdPages codec = new ZstdPages();
        try (ParquetFileWriter target = open(output, parquet.file().getSchema())) {
            target.start();
            groups(file, parquet, gone, codec, target);
            target.end(parquet.metadata());
        } catch (IOException broken) {
            throw new UncheckedIOException("a row group cannot be copied", broken);
        } finally {
            codec.release();
        }
        return output.toByteArray();
    }

    private static void groups(
            byte[] file, ParquetObject parquet, Map<Integer, BitSet> gone, ZstdPages codec, ParquetFileWriter target)
            throws IOException {
        GroupCopy copy = new GroupCopy(file, parquet.file().getSchema());
        GroupRewrite rewrite = new GroupRewrite(codec, parquet.file().getSchema());
        for (int group = 0; group < parquet.groups().size(); group++) {
            BitSet rows = gone.get(group);
            if (rows == null) {
                copy.write(parquet.groups().get(group), target);
            } else if (rows.cardinality() < parquet.groups().get(group).getRowCount()) {
                rewrite.write(new GroupColumns(parquet, group).whole(), rows, target);
            }
        }
    }

    /// The same rows, byte for byte, in fewer columns.
    ///
    /// @param groups all of the file's, as its footer has them
    /// @param columns what is left of the schema
    static byte[] narrowed(byte[] file, List<BlockMetaData> groups, MessageType columns, Map<String, String> metadata) {
        MemoryFile output = new MemoryFile();
        GroupCopy copy = new GroupCopy(file, columns);
        try (ParquetFileWriter target = open(output, columns)) {
            target.start();
            for (BlockMetaData group : groups) {
                copy.write(group, target);
            }
            target.end(metadata);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return output.toByteArray();
    }

    @SuppressWarnings("NullAway") // null is how Parquet is told not to encrypt
    static ParquetFileWriter open(MemoryFile output, MessageType schema) throws IOException {
        return new ParquetFileWriter(
                output,
                schema,
                ParquetFileWriter.Mode.CREATE,
                ROW_GROUP_BYTES,
                0,
                null,
                ParquetProperties.builder().build());
    }
}
