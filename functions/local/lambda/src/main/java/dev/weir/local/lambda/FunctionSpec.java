package dev.weir.local.lambda;

import java.time.Duration;
import java.util.Map;

/// A function as Lambda is told about it.
///
/// `timeout` bounds one invocation, not the start of a process. `concurrency` is the number of
/// processes at most. `toString()` leaves the environment out, which may hold secrets.
public record FunctionSpec(
        String name, Code code, Map<String, String> environment, Duration timeout, int memoryMb, int concurrency) {

    public FunctionSpec {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("a function name has 1 to 64 letters, digits, - or _");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("the timeout of " + name + " is not positive");
        }
        if (memoryMb < 128 || memoryMb > 10_240) {
            throw new IllegalArgumentException("the memory of " + name + " is not within 128 and 10240 MB");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("the concurrency of " + name + " is below 1");
        }
        environment = Map.copyOf(environment);
    }

    @Override
    public String toString() {
        return "FunctionSpec[" + name + "]";
    }
}
