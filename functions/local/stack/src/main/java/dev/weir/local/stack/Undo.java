package dev.weir.local.stack;

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

    @Override
    public void close() throws Exception {
        if (forgotten.get()) {
            return;
        }
        Exception first = null;
        for (AutoCloseable resource : started) {
            try {
                resource.close();
            } catch (Exception e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
