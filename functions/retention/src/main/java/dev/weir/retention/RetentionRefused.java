package dev.weir.retention;

import java.util.List;

/// Nothing was deleted, because something looks wrong; the message says what. It fails the run, so that
/// somebody is told.
final class RetentionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    RetentionRefused(List<String> doubts) {
        super("refused: " + String.join("; ", doubts));
    }
}
