package dev.weir.core.catalog;

import java.time.Duration;

/// What a product takes at once.
///
/// @param events most events of a request
/// @param bytes most bytes of a request, inflated
/// @param payloadBytes most bytes of one event's properties, as JSON
/// @param clockSkew how far a client's clock may be from the server's and still be believed
public record Limits(int events, int bytes, int payloadBytes, Duration clockSkew) {

    /// What holds where a product says nothing.
    public static final Limits DEFAULT = new Limits(20, 100 * 1024, Integer.MAX_VALUE, Duration.ofMinutes(5));
}
