package dev.weir.core.event;

import java.util.List;
import java.util.function.Function;

/// How far an event came: on to the next stage with its value, or out, for a reason.
public sealed interface Outcome<T> {

    /// It passed, and this is what it has become.
    record Passed<T>(T value) implements Outcome<T> {}

    /// It breaks a rule; its sender can mend it.
    record Rejected<T>(RejectReason reason, List<Violation> violations) implements Outcome<T> {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }

    /// It is fine, and must not be kept.
    record Dropped<T>(DropReason reason) implements Outcome<T> {}

    /// A stage that can turn an event away.
    default <R> Outcome<R> then(Function<? super T, ? extends Outcome<R>> stage) {
        return switch (this) {
            case Passed<T>(T value) -> stage.apply(value);
            case Rejected<T>(RejectReason reason, List<Violation> violations) -> new Rejected<>(reason, violations);
            case Dropped<T>(DropReason reason) -> new Dropped<>(reason);
        };
    }

    /// A stage that cannot.
    default <R> Outcome<R> map(Function<? super T, ? extends R> stage) {
        return then(value -> new Passed<>(stage.apply(value)));
    }
}
