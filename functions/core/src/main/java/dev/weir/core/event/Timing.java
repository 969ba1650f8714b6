package dev.weir.core.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When an event happened.
///
/// @param receivedAt the server's clock: what partitions, counters and retention go by
/// @param clientTime the client's clock, absent when it did not say
/// @param clientTimeReliable false when the client's clock is too far from the server's, or absent
public record Timing(Instant receivedAt, @Nullable Instant clientTime, boolean clientTimeReliable) {}
