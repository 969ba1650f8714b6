package dev.weir.core.privacy;

import dev.weir.core.event.PiiKind;

/// A piece of personal data in a text.
///
/// @param start index of its first character
/// @param end index after its last one
record Finding(int start, int end, PiiKind kind) {

    boolean touches(Finding other) {
        return start < other.end && other.start < end;
    }

    /// Both, and what is between them.
    Finding joined(Finding other) {
        return new Finding(Math.min(start, other.start), Math.max(end, other.end), kind);
    }
}
