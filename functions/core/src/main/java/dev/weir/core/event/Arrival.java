package dev.weir.core.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a request reached the door.
///
/// @param batchId names the request in answers, stream records and rows
/// @param receivedAt the server's clock, at the first byte of work on the request
/// @param address absent when the gateway did not say
/// @param traits what the address and the hints tell, as far as it may be kept
public record Arrival(
        String batchId, Instant receivedAt, @Nullable ClientAddress address, Hints hints, Traits traits) {

    /// A request that nothing was looked up for.
    public Arrival(String batchId, Instant receivedAt, @Nullable ClientAddress address, Hints hints) {
        this(batchId, receivedAt, address, hints, Traits.NONE);
    }

    /// A request whose headers say nothing.
    public Arrival(String batchId, Instant receivedAt, @Nullable ClientAddress address) {
        this(batchId, receivedAt, address, Hints.NONE);
    }
}
