package dev.weir.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Where all stacks of this JVM unpack functions to, and those of no other one: two that unpack at once delete each
/// other's files. Locked for as long as the JVM lives.
final class UnpackedFunctions {

    private static final Path FOLDER = Path.of(System.getProperty("weir.functions"));
    private static final Optional<FileLock> LOCK = lock();

    private UnpackedFunctions() {}

    static Path folder() {
        if (LOCK.isEmpty()) {
            throw new IllegalStateException("another JVM of the tests unpacks functions to " + FOLDER);
        }
        return FOLDER;
    }

    private static Optional<FileLock> lock() {
        try {
            Path file = Files.createDirectories(FOLDER).resolve("lock");
            return Optional.ofNullable(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + FOLDER, e);
        }
    }
}
