package dev.weir.local.emulators.kinesis;

import java.util.Arrays;

/// Where each record of a segment begins: four bytes of memory for each.
final class Offsets {
    private int[] starts = new int[64];
    private int count;
    private int end;

    /// Takes in a record that begins where the last one ends.
    void add(int length) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = end;
        end += length;
    }

    int count() {
        return count;
    }

    /// Where the record begins; for the one after the last, where the segment ends.
    int start(int ordinal) {
        return ordinal == count ? end : starts[ordinal];
    }

    int end() {
        return end;
    }
}
