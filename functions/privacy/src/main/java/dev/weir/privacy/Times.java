package dev.weir.privacy;

import java.time.Duration;

/// How long things are waited for.
///
/// @param settle how long a landing that began before the suppression list had an entry may take: the lake-writer's
/// timeout
/// @param inFlight how long the stream keeps records, and a little more: a request is closed when it has passed
/// @param heeded how old a collector's list of objections may be
/// @param run how long a run may take, which is less than the function's timeout
record Times(Duration settle, Duration inFlight, Duration heeded, Duration run) {

    /// After its closing is due, a request that nothing stands in the way of is closed within this.
    static final Duration CLOSED = Duration.ofDays(1);

    /// A file that is handed out is there for this long.
    static final Duration EXPORT_STAYS = Duration.ofDays(6);
}
