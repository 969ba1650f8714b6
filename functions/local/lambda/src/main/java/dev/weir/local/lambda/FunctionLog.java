package dev.weir.local.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The log of one function: all its processes and the service's own lines, each with its time.
///
/// Appends. Past about 10 MB the file becomes `<name>.log.1`, replacing the one before.
final class FunctionLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FunctionLog.class.getName());
    private static final long ROTATE_AT = 10_000_000;

    private final Path file;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable OutputStream out;
    private long size;
    private boolean unwritable;

    FunctionLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Appends a line. A log that cannot be written must not stop a function: that is told once, on
    /// the launcher's own log.
    void line(String text) {
        byte[] bytes = (clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + text.stripTrailing() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        writing.lock();
        try {
            append(bytes);
        } catch (IOException e) {
            if (!unwritable) {
                unwritable = true;
                LOG.log(System.Logger.Level.WARNING, "cannot write {0}: {1}", file, e.getMessage());
            }
        } finally {
            writing.unlock();
        }
    }

    private void append(byte[] bytes) throws IOException {
        if (out != null && size + bytes.length > ROTATE_AT) {
            out.close();
            out = null;
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (out == null) {
            Files.createDirectories(file.getParent());
            out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            size = Files.size(file);
        }
        out.write(bytes);
        size += bytes.length;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (out != null) {
                out.close();
                out = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        } finally {
            writing.unlock();
        }
    }
}
