package dev.weir.local.cli;

/// A command that cannot be carried out as it was asked; the message says why, and what to do.
final class CannotDo extends Exception {

    private static final long serialVersionUID = 1;

    CannotDo(String message) {
        super(message);
    }
}
