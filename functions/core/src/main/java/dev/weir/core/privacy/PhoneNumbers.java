package dev.weir.core.privacy;

/// Phone numbers: in international form (E.164) a plus, then 8 to 15 digits, the first of them no zero, with the usual
/// separators between them. National forms look like any number and are known by their key alone.
final class PhoneNumbers {

    private static final String SEPARATORS = " -.()/\u00a0\u2011\u2013";
    private static final int LEAST_INTERNATIONAL = 8;
    private static final int LEAST_NATIONAL = 6;
    private static final int MOST = 15;

    private PhoneNumbers() {}

    /// Looks after a plus.
    static long international(String text, int at) {
        char first = at + 1 < text.length() ? text.charAt(at + 1) : '0';
        return first == '0' ? Span.NONE : Span.of(at, end(text, at, LEAST_INTERNATIONAL));
    }

    /// Takes a whole value that a key says is a phone number.
    static long national(String text, int at, Meaning meaning) {
        if (meaning != Meaning.PHONE || at != 0) {
            return Span.NONE;
        }
        int end = end(text, at - 1, LEAST_NATIONAL);
        return end == text.length() ? Span.of(at, end) : Span.NONE;
    }

    /// The end of the last group of digits up to which there are enough and not too many.
    private static int end(String text, int before, int least) {
        int digits = 0;
        int last = before;
        int end = 0;
        for (int at = before + 1; at < text.length() && digits <= MOST; at++) {
            char c = text.charAt(at);
            if (Characters.isDigit(c)) {
                digits++;
                last = at;
            } else if (SEPARATORS.indexOf(c) < 0 || at - last > 2) {
                break;
            }
            boolean groupEnds = last == at && Characters.endsToken(text, at + 1);
            end = groupEnds && digits >= least && digits <= MOST ? at + 1 : end;
        }
        return end;
    }
}
