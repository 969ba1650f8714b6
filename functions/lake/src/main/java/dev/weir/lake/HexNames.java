package dev.weir.lake;

import dev.weir.core.event.Pseudonym;
import java.util.function.Consumer;

/// Finds what may be pseudonyms in text: 32 lower-case hex digits, also in the middle of more of them.
final class HexNames {

    private static final int DIGITS = 2 * Pseudonym.SIZE;

    private HexNames() {}

    /// Tells of each, those that overlap too. Most bytes of other text are not even looked at: 32 digits in a row
    /// cannot
    /// be passed in steps of 32.
    static void in(byte[] text, Consumer<Pseudonym> found) {
        at(text, (name, start) -> found.accept(name));
    }

    /// Something for each, and where it starts.
    interface Visitor {

        void visit(Pseudonym name, int start);
    }

    /// The same, with the places.
    static void at(byte[] text, Visitor found) {
        int probe = DIGITS - 1;
        while (probe < text.length) {
            if (digit(text[probe]) >= 0) {
                int end = endOfRun(text, probe);
                run(text, startOfRun(text, probe), end, found);
                probe = end;
            }
            probe += DIGITS;
        }
    }

    private static int startOfRun(byte[] text, int probe) {
        int start = probe;
        while (start > 0 && probe - start < DIGITS - 1 && digit(text[start - 1]) >= 0) {
            start--;
        }
        return start;
    }

    private static int endOfRun(byte[] text, int probe) {
        int end = probe + 1;
        while (end < text.length && digit(text[end]) >= 0) {
            end++;
        }
        return end;
    }

    private static void run(byte[] text, int start, int end, Visitor found) {
        long high = 0;
        long low = 0;
        for (int at = start; at < end; at++) {
            high = high << 4 | low >>> 60;
            low = low << 4 | digit(text[at]);
            if (at - start >= DIGITS - 1) {
                found.visit(new Pseudonym(high, low), at - DIGITS + 1);
            }
        }
    }

    private static int digit(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
    }
}
