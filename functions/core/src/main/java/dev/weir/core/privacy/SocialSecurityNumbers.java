package dev.weir.core.privacy;

/// United States social security numbers in the ranges that are issued: `AAA-GG-SSSS`; where a key says so, with spaces
/// or without anything between the groups.
final class SocialSecurityNumbers {

    private static final int DIGITS = 9;

    private SocialSecurityNumbers() {}

    static long find(String text, int at, Meaning meaning) {
        if (Characters.isAt(text, at - 1, '-') || !Characters.digitAt(text, at + 2)) {
            return Span.NONE;
        }
        char separator = at + 3 < text.length() ? text.charAt(at + 3) : 0;
        boolean written = separator == '-' || (separator == ' ' && meaning == Meaning.SSN);
        if (written) {
            return Span.of(at, separated(text, at, separator));
        }
        return meaning == Meaning.SSN ? Span.of(at, bare(text, at)) : Span.NONE;
    }

    private static int separated(String text, int at, char separator) {
        boolean shape = digits(text, at, 3)
                && digits(text, at + 4, 2)
                && Characters.isAt(text, at + 6, separator)
                && digits(text, at + 7, 4);
        int end = at + DIGITS + 2;
        boolean ends = Characters.endsToken(text, end) && !Characters.isAt(text, end, '-');
        return shape && ends && isIssued(text, at, at + 4, at + 7) ? end : 0;
    }

    private static int bare(String text, int at) {
        boolean shape = digits(text, at, DIGITS) && Characters.endsToken(text, at + DIGITS);
        return shape && isIssued(text, at, at + 3, at + 5) ? at + DIGITS : 0;
    }

    private static boolean digits(String text, int at, int count) {
        for (int i = at; i < at + count; i++) {
            if (!Characters.digitAt(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIssued(String text, int area, int group, int serial) {
        boolean issuedArea = !text.startsWith("000", area) && !text.startsWith("666", area) && text.charAt(area) != '9';
        return issuedArea && !text.startsWith("00", group) && !text.startsWith("0000", serial);
    }
}
