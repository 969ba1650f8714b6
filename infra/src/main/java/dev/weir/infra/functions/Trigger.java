package dev.weir.infra.functions;

import java.time.Duration;

/// What sets a function going.
public sealed interface Trigger {

    /// A request to the HTTP API.
    ///
    /// @param path with `{names}` for what varies
    record Http(String method, String path) implements Trigger {}

    /// Batches of the stream, in order per shard. A batch is retried as a whole until its records are too old: no
    /// bisecting and no partial failures, because what a consumer has written is named after the first record of a
    /// batch ([the lake's conditions](../../../../../../../../docs/lake.md)).
    ///
    /// @param batchSize records at most
    /// @param window how long to wait for more records, whole seconds
    /// @param maximumAge of a record, past which its batch is given up
    record Batches(int batchSize, Duration window, Duration maximumAge) implements Trigger {}

    /// Messages of a queue, of which the function says which have failed.
    ///
    /// @param queue without the environment: `surge`
    /// @param batchSize messages at most
    /// @param atOnce invocations at most, 2 or more
    record Messages(String queue, int batchSize, int atOnce) implements Trigger {}

    /// A schedule, in UTC.
    ///
    /// @param name of the schedule, one of its kind in the function
    /// @param every how often that is, whole minutes; a schedule that has missed two is alarmed on
    /// @param expression `cron(…)` or `rate(…)` of EventBridge Scheduler
    /// @param input JSON that the function gets
    record Schedule(String name, Duration every, String expression, String input) implements Trigger {}
}
