package dev.weir.privacy;

import org.jspecify.annotations.Nullable;

/// What went wrong in works of which none is to wait for another.
final class Troubles {

    private @Nullable RuntimeException first;

    void in(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            if (first == null) {
                first = trouble;
            } else {
                first.addSuppressed(trouble);
            }
        }
    }

    /// @throws RuntimeException the first, if there was any
    void end() {
        if (first != null) {
            throw first;
        }
    }
}
