package dev.weir.local.lambda;

/// What came of one invocation. Neither form shows payload or message in `toString()`.
public sealed interface Invocation {

    /// The function returned; `payload` is its answer, byte for byte.
    record Answered(byte[] payload) implements Invocation {
        @Override
        public String toString() {
            return "Answered[" + payload.length + " bytes]";
        }
    }

    /// There is no answer: the function threw, ran out of time, died, could not start, or was
    /// refused. `type` is Lambda's error type.
    record Failed(String type, String message) implements Invocation {

        /// More invocations at once than may run and wait: the type of that refusal.
        public static final String THROTTLED = "TooManyRequestsException";

        /// A payload above Lambda's 6 MB for a synchronous invocation: the type of that refusal.
        public static final String TOO_LARGE = "RequestTooLargeException";

        @Override
        public String toString() {
            return "Failed[" + type + "]";
        }
    }
}
