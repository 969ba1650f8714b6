package dev.weir.collector;

import java.time.Instant;

/// What a batch is stored under.
///
/// @param batchId the same whenever a batch comes under the same name
/// @param receivedAt when it came, or came first
record Stamp(String batchId, Instant receivedAt) {}
