package dev.weir.stream;

/// A batch does not fit into one stream record. The message has sizes, no content.
public final class RecordTooLarge extends Exception {

    RecordTooLarge(int events, int bytes, int limit) {
        super(events + " events make a record of " + bytes + " bytes, the limit is " + limit);
    }
}
