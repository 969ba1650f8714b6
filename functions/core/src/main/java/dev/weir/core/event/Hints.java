package dev.weir.core.event;

import org.jspecify.annotations.Nullable;

/// What the headers of a request say of its sender.
///
/// @param objects whether the sender asks not to be tracked: Global Privacy Control's `Sec-GPC: 1`, or `DNT: 1`
/// @param userAgent as it was sent; what is kept of it is coarser
public record Hints(boolean objects, @Nullable String userAgent) {

    public static final Hints NONE = new Hints(false, null);

    @Override
    public String toString() {
        return "Hints[redacted]";
    }
}
