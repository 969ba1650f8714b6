package dev.weir.core.catalog;

import java.time.Duration;

/// What a product takes at once, and over time.
///
/// @param events most events of a request
/// @param bytes most bytes of a request, inflated
/// @param payloadBytes most bytes of one event's properties, as JSON
/// @param clockSkew how far a client's clock may be from the server's and still be believed
/// @param rates what one credential may send over time, where nothing is agreed on with its holder
public record Limits(int events, int bytes, int payloadBytes, Duration clockSkew, Rates rates) {

    /// What holds where a product says nothing.
    public static final Limits DEFAULT =
            new Limits(20, 100 * 1024, Integer.MAX_VALUE, Duration.ofMinutes(5), Rates.DEFAULT);
}
