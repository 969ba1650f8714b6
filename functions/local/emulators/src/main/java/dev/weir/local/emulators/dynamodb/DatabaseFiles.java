package dev.weir.local.emulators.dynamodb;

import dev.weir.local.emulators.CorruptData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The database files of a data folder, looked at before the emulator opens them: on a file that is none it would
/// start and then fail every request.
///
/// Source of the rule: SQLite database file format, section 1.3, the database header.
final class DatabaseFiles {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private DatabaseFiles() {}

    static void check(Path data) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "*.db")) {
            for (Path file : files) {
                if (!isDatabase(file)) {
                    throw new CorruptData(data, file.getFileName() + " is not a database");
                }
            }
        } catch (IOException failure) {
            throw new CorruptData(data, "cannot be read", failure);
        }
    }

    private static boolean isDatabase(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }
}
