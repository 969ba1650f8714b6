package dev.weir.schemas.scaffold;

import java.io.Serial;

/// Nothing was written; the message says why, and what to do.
public final class CannotScaffold extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    CannotScaffold(String message) {
        super(message);
    }
}
