package dev.weir.local.mapping;

import java.util.List;

/// Records to be tried together, and how often the function has been invoked with them already.
record Attempt(List<StreamRecord> records, int invoked, int throttled) {

    static Attempt first(List<StreamRecord> records) {
        return new Attempt(records, 0, 0);
    }

    Attempt failed() {
        return new Attempt(records, invoked + 1, throttled);
    }

    /// A throttled attempt did not reach the function, and so costs no retry.
    Attempt refused() {
        return new Attempt(records, invoked, throttled + 1);
    }

    /// The records from this index on. With some done a new count begins; otherwise it goes on.
    Attempt from(int index) {
        return index == 0 ? this : first(records.subList(index, records.size()));
    }

    Attempt with(List<StreamRecord> others) {
        return new Attempt(others, invoked, throttled);
    }

    /// The halves of a batch that has just failed; splitting it takes that failure off the count.
    Attempt firstHalf() {
        return new Attempt(records.subList(0, records.size() / 2), invoked - 1, throttled);
    }

    Attempt secondHalf() {
        return new Attempt(records.subList(records.size() / 2, records.size()), invoked - 1, throttled);
    }

    StreamRecord first() {
        return records.getFirst();
    }

    StreamRecord last() {
        return records.getLast();
    }

    int tries() {
        return invoked + throttled;
    }
}
