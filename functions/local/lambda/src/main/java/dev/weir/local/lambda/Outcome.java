package dev.weir.local.lambda;

/// What came of handing an invocation to one process.
sealed interface Outcome {

    /// The process had it, and this came of it.
    record Settled(Invocation invocation) implements Outcome {}

    /// The process ended before it had it: another process may have it instead. The failure says
    /// why this one ended.
    record Undelivered(Invocation.Failed reason) implements Outcome {}
}
