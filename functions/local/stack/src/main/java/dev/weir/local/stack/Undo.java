package dev.weir.local.stack;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/// Closes what was started, newest first, unless it is told to forget it.
final class Undo implements AutoCloseable {

    private final ConcurrentLinkedDeque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean forgotten = new AtomicBoolean();

    <T extends AutoCloseable> T onFailure(T resource) {
        started.push(resource);
        return resource;
    }

    void forget() {
        forgotten.set(true);
    }

    /// Closes every one, and then throws what the first failure was.
    @Override
    public void close() throws IOException {
        if (forgotten.get()) {
            return;
        }
        IOException failure = null;
        for (AutoCloseable resource : started) {
            try {
                resource.close();
            } catch (Exception e) {
                failure = failure == null ? new IOException("not everything stopped", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
