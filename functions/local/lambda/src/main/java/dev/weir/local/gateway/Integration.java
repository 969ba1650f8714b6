package dev.weir.local.gateway;

import dev.weir.local.lambda.Invocation;
import dev.weir.local.lambda.Invoker;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Invokes the function behind a route. Past the timeout the client is told, and the function is
/// left to end by itself, as in API Gateway.
record Integration(Invoker invoker, RequestEvent events, ExecutorService threads, Duration timeout) {

    private static final System.Logger LOG = System.getLogger(Integration.class.getName());

    Answer answer(Request request, Match.Found match) throws InterruptedException {
        byte[] event = events.json(request, match);
        String function = match.route().function();
        Future<Invocation> invocation = threads.submit(() -> invoker.invoke(function, event));
        try {
            return answer(
                    invocation.get(timeout.toMillis(), TimeUnit.MILLISECONDS),
                    match.route().payload());
        } catch (TimeoutException e) {
            return Problems.timedOut();
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "cannot invoke {0}: {1}", function, e.getMessage());
            return Problems.functionFailed("not invoked");
        }
    }

    private static Answer answer(Invocation invocation, Route.Payload format) {
        return switch (invocation) {
            case Invocation.Answered(byte[] payload) -> FunctionAnswer.read(payload, format);
            case Invocation.Failed failed ->
                switch (failed.type()) {
                    case Invocation.Failed.THROTTLED -> Problems.throttled();
                    case Invocation.Failed.TOO_LARGE -> Problems.tooLargeForFunction();
                    default -> Problems.functionFailed(failed.type());
                };
        };
    }
}
