package dev.weir.local.lambda;

/// Whatever invokes a function by name and waits for what comes of it.
@FunctionalInterface
public interface Invoker {

    /// Blocks until the function has answered or failed. An unknown function is an
    /// `IllegalArgumentException`: it is a mistake in the stack, not an outcome.
    Invocation invoke(String function, byte[] payload) throws InterruptedException;
}
