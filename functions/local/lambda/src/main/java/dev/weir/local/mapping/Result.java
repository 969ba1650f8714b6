package dev.weir.local.mapping;

import dev.weir.local.lambda.Invocation;
import java.util.List;

/// What an invocation says about its batch.
sealed interface Result {

    /// All of it is done.
    record Done() implements Result {}

    /// Everything before the record at this index is done, and it is not.
    record FailedFrom(int index) implements Result {}

    /// Nothing of it counts as done. `functionError` as Lambda names it, empty when the function
    /// returned.
    record Failed(String functionError) implements Result {}

    /// The function was not invoked: it had too much to do.
    record Throttled() implements Result {}

    static Result of(Invocation invocation, List<StreamRecord> batch, boolean reportsItemFailures) {
        return switch (invocation) {
            case Invocation.Failed failed when failed.type().equals(Invocation.Failed.THROTTLED) -> new Throttled();
            case Invocation.Failed _ -> new Failed("Unhandled");
            case Invocation.Answered(byte[] payload) ->
                reportsItemFailures ? new BatchResponse(batch).read(payload) : new Done();
        };
    }
}
