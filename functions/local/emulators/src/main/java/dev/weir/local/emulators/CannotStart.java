package dev.weir.local.emulators;

import java.net.BindException;
import org.jspecify.annotations.Nullable;

/// A service that cannot start although its data is sound: a port in use, a folder held by another process, a
/// missing library. The message is one line that says which.
public final class CannotStart extends RuntimeException {
    public CannotStart(String reason) {
        this(reason, null);
    }

    public CannotStart(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /// Names the port where that is what stands in the way.
    public static CannotStart of(String service, int port, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new CannotStart(
                        service + " cannot listen on 127.0.0.1:" + port + ": the port is in use", failure);
            }
        }
        return new CannotStart(service + " cannot start", failure);
    }
}
