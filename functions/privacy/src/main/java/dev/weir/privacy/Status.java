package dev.weir.privacy;

import java.util.Locale;

/// How far a request is.
enum Status {
    QUEUED,
    RUNNING,
    /// All of it was examined, and nothing of the person is left.
    COMPLETE,
    /// Something could not be examined or changed; the evidence says what and why.
    PARTIAL,
    /// There was no object to look at, which proves nothing.
    NOTHING_EXAMINED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}
