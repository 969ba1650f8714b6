package dev.weir.core.privacy;

/// A part of a text, packed into a number: looking must not cost an object for each character.
final class Span {

    static final long NONE = 0;

    private Span() {}

    /// From an index to another; nothing where that is empty.
    static long of(int start, int end) {
        return end > start ? (long) start << Integer.SIZE | end : NONE;
    }

    static int start(long span) {
        return (int) (span >>> Integer.SIZE);
    }

    static int end(long span) {
        return (int) span;
    }
}
