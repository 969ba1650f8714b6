package dev.weir.local.template;

/// A template that cannot be applied on this machine. The message names the stack's resource, and what is not
/// understood.
public final class CannotApply extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotApply(String message) {
        super(message);
    }

    CannotApply(String message, Throwable cause) {
        super(message, cause);
    }
}
