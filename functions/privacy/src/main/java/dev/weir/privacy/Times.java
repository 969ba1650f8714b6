package dev.weir.privacy;

import java.time.Duration;

/// How long things are waited for.
///
/// @param settle how long a landing that began before the suppression list had an entry may take: the lake-writer's
/// timeout
/// @param inFlight how long the stream keeps records, and a little more: a request is closed when it has passed
record Times(Duration settle, Duration inFlight) {}
