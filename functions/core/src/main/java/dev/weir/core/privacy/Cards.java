package dev.weir.core.privacy;

/// Payment card numbers (ISO/IEC 7812): 12 to 19 digits, of an issuer's range, with a Luhn check digit. Written in
/// groups, of which the first has four digits, with one kind of separator. Digits without separators are a card where a
/// key says so, or where they stand free in prose: one id of sixteen digits in ten has a valid check digit too.
final class Cards {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;
    private static final int FIRST_GROUP = 4;
    private static final String SEPARATORS = " -.+\u00a0\u2011\u2013";

    private Cards() {}

    static long find(String text, int at, Meaning meaning) {
        if (!Characters.digitAt(text, at + 3) || isAttached(text, at)) {
            return Span.NONE;
        }
        int end = runEnd(text, at);
        int length = end - at;
        if (length == FIRST_GROUP && end < text.length() && SEPARATORS.indexOf(text.charAt(end)) >= 0) {
            return Span.of(at, grouped(text, at, text.charAt(end)));
        }
        boolean fits = length >= SHORTEST && length <= LONGEST && Characters.endsToken(text, end);
        return fits && isSaidToBe(text, at, end, meaning) && isCard(text.substring(at, end))
                ? Span.of(at, end)
                : Span.NONE;
    }

    /// Part of something longer: an id in groups, a decimal.
    private static boolean isAttached(String text, int at) {
        if (at < 2 || SEPARATORS.indexOf(text.charAt(at - 1), 1) < 0) {
            return false;
        }
        int i = at - 2;
        while (Characters.wordAt(text, i) && !Characters.digitAt(text, i)) {
            i--;
        }
        return Characters.digitAt(text, i);
    }

    private static boolean isSaidToBe(String text, int start, int end, Meaning meaning) {
        return switch (meaning) {
            case CARD -> true;
            case PROSE -> opensFreely(text, start) && endsFreely(text, end);
            case PLAIN, VERSION, PHONE, SSN, PERSONAL ->
                opensFreely(text, start)
                        && endsFreely(text, end)
                        && (spaceAt(text, start - 1) || spaceAt(text, end) || spaceAt(text, end + 1));
        };
    }

    private static boolean opensFreely(String text, int start) {
        return start == 0 || spaceAt(text, start - 1) || "(\"'".indexOf(text.charAt(start - 1)) >= 0;
    }

    private static boolean endsFreely(String text, int end) {
        boolean punctuated = end < text.length() && ",.;:!?)\"'".indexOf(text.charAt(end)) >= 0;
        int after = punctuated ? end + 1 : end;
        return after == text.length() || spaceAt(text, after);
    }

    private static boolean spaceAt(String text, int at) {
        return at >= 0 && at < text.length() && Characters.isSpace(text.charAt(at));
    }

    private static int grouped(String text, int start, char separator) {
        StringBuilder digits = new StringBuilder(LONGEST).append(text, start, start + FIRST_GROUP);
        int end = start + FIRST_GROUP;
        int found = 0;
        while (Characters.isAt(text, end, separator) && Characters.digitAt(text, end + 1)) {
            int group = end + 1;
            end = runEnd(text, group);
            if (digits.length() + end - group > LONGEST) {
                break;
            }
            digits.append(text, group, end);
            found = Characters.endsToken(text, end) && isCard(digits) ? end : found;
        }
        return found;
    }

    private static int runEnd(String text, int start) {
        int end = start;
        while (Characters.digitAt(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isCard(CharSequence digits) {
        return digits.length() >= SHORTEST && CardIssuers.issue(digits) && luhn(digits);
    }

    private static boolean luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 1 ? doubled : digit;
        }
        return sum % 10 == 0;
    }
}
