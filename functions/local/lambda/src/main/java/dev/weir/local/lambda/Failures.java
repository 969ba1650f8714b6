package dev.weir.local.lambda;

import java.time.Duration;
import java.util.Locale;

/// Lambda's own errors, as distinct from those a function reports.
final class Failures {

    private Failures() {}

    static Invocation.Failed timedOut(String requestId, Duration timeout) {
        String seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1e3);
        return new Invocation.Failed(
                "Sandbox.Timedout", "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds");
    }

    static Invocation.Failed exited(int status) {
        return new Invocation.Failed(
                "Runtime.ExitError", "Error: Runtime exited with error: exit status " + described(status));
    }

    static Invocation.Failed exitedAtStart(int status, String lastWords) {
        String words = lastWords.isEmpty() ? "it wrote nothing to standard error" : lastWords;
        return new Invocation.Failed(
                "Runtime.ExitError",
                "Error: Runtime exited at its start with exit status " + described(status) + ": " + words);
    }

    static Invocation.Failed didNotStart(Duration longest) {
        return new Invocation.Failed(
                "Sandbox.Timedout", "Error: Runtime did not ask for work within " + longest.toSeconds() + " seconds");
    }

    static Invocation.Failed cannotStart(String why) {
        return new Invocation.Failed("Runtime.InvalidEntrypoint", "Error: " + why);
    }

    static Invocation.Failed connectionLost() {
        return new Invocation.Failed("Runtime.ConnectionLost", "Error: Runtime hung up before it had the invocation");
    }

    static Invocation.Failed responseTooLarge() {
        return new Invocation.Failed(
                "Function.ResponseSizeTooLarge", "Response payload size exceeded maximum allowed payload size");
    }

    static Invocation.Failed requestTooLarge() {
        return new Invocation.Failed(
                Invocation.Failed.TOO_LARGE, "Request payload size exceeded maximum allowed payload size");
    }

    static Invocation.Failed throttled() {
        return new Invocation.Failed(Invocation.Failed.THROTTLED, "Rate Exceeded.");
    }

    static Invocation.Failed closing() {
        return new Invocation.Failed("ServiceException", "the local Lambda service is shutting down");
    }

    private static String described(int status) {
        return status > 128 ? status + " (signal " + (status - 128) + ")" : Integer.toString(status);
    }
}
