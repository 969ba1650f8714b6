package dev.weir.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/// A Parquet file without some of its rows or columns: what is not hit is copied, and the footer says what it said.
final class RewrittenFile {

    private static final long ROW_GROUP_BYTES = 64L * 1024 * 1024;

    private RewrittenFile() {}

    /// One row group is in memory at a time.
    ///
    /// @param parquet knows nothing of its row groups afterwards
    /// @param gone the rows to leave out, by row group
    /// @return for the caller to close
    /// @throws LakeUnavailable if the object cannot be read, or there is no room for the file
    static ScratchFile of(ParquetObject parquet, Map<Integer, BitSet> gone) {
        ScratchFile output = new ScratchFile();
        try {
            write(parquet, gone, output);
            return output;
        } catch (IOException broken) {
            output.close();
            throw new UncheckedIOException("a row group cannot be copied", broken);
        } catch (RuntimeException trouble) {
            output.close();
            throw trouble;
        }
    }

    private static void write(ParquetObject parquet, Map<Integer, BitSet> gone, ScratchFile output) throws IOException {
        ZstdPages codec = new ZstdPages();
        try (ParquetFileWriter target = open(output, parquet.file().getSchema())) {
            target.start();
            groups(parquet, gone, codec, target);
            parquet.forgetGroups();
            target.end(parquet.metadata());
        } finally {
            codec.release();
        }
    }

    private static void groups(
            ParquetObject parquet, Map<Integer, BitSet> gone, ZstdPages codec, ParquetFileWriter target)
            throws IOException {
        parquet.fetchIndexes();
        GroupCopy copy = new GroupCopy(parquet::bytes, parquet.file().getSchema());
        GroupRewrite rewrite = new GroupRewrite(codec, parquet.file().getSchema());
        for (int group = 0; group < parquet.groups().size(); group++) {
            BitSet rows = gone.get(group);
            if (rows == null) {
                copy.write(parquet.groups().get(group), target);
            } else if (rows.cardinality() < parquet.groups().get(group).getRowCount()) {
                rewrite.write(new GroupColumns(parquet, group), rows, target);
            }
        }
    }

    /// The same rows, byte for byte, in fewer columns.
    ///
    /// @param groups all of the file's, as its footer has them
    /// @param columns what is left of the schema
    /// @return for the caller to close
    /// @throws LakeUnavailable if there is no room for the file
    static ScratchFile narrowed(
            ScratchFile file, List<BlockMetaData> groups, MessageType columns, Map<String, String> metadata) {
        ScratchFile output = new ScratchFile();
        GroupCopy copy = new GroupCopy(file::bytes, columns);
        try (ParquetFileWriter target = open(output, columns)) {
            target.start();
            for (BlockMetaData group : groups) {
                copy.write(group, target);
            }
            target.end(metadata);
            return output;
        } catch (IOException broken) {
            output.close();
            throw new UncheckedIOException("a row group cannot be copied", broken);
        } catch (RuntimeException trouble) {
            output.close();
            throw trouble;
        }
    }

    @SuppressWarnings("NullAway") // null is how Parquet is told not to encrypt
    static ParquetFileWriter open(OutputFile output, MessageType schema) throws IOException {
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
