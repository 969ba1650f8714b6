package dev.weir.infra.environment;

/// An environment's file says something that cannot be. The message names the field and the rule.
public final class InvalidEnvironment extends RuntimeException {

    InvalidEnvironment(String message) {
        super(message);
    }

    InvalidEnvironment in(String file) {
        return new InvalidEnvironment(file + ": " + getMessage());
    }
}
