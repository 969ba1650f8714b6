package dev.weir.core.intake;

/// What became of a write key that somebody presented.
public sealed interface KeyCheck {

    /// It is known, and holds.
    record Valid(WriteKey key) implements KeyCheck {}

    /// It was known, and proves nothing any more. Only somebody who has the key learns this.
    record Revoked() implements KeyCheck {}

    /// Nobody has such a key.
    record Unknown() implements KeyCheck {}
}
