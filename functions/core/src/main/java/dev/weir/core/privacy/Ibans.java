package dev.weir.core.privacy;

/// International bank account numbers (ISO 13616), either case, with or without spaces between groups of four,
/// checked by their remainder modulo 97.
final class Ibans {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    private Ibans() {}

    static int end(String text, int start) {
        if (start + SHORTEST > text.length() || !opens(text, start)) {
            return start;
        }
        StringBuilder compact = new StringBuilder(LONGEST);
        int at = start;
        int end = start;
        while (at < text.length() && compact.length() < LONGEST) {
            char c = text.charAt(at);
            if (c < 128 && PiiScanner.isWord(c)) {
                compact.append(c);
                at++;
                end = validUntil(text, at, compact) ? at : end;
            } else if (c == ' ' && compact.length() % 4 == 0) {
                at++;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean validUntil(String text, int at, CharSequence compact) {
        return compact.length() >= SHORTEST && PiiScanner.endsToken(text, at) && remainder(compact) == 1;
    }

    private static boolean opens(String text, int at) {
        return isLetter(text.charAt(at))
                && isLetter(text.charAt(at + 1))
                && PiiScanner.isDigit(text.charAt(at + 2))
                && PiiScanner.isDigit(text.charAt(at + 3));
    }

    private static boolean isLetter(char c) {
        return c < 128 && Character.isLetter(c);
    }

    private static int remainder(CharSequence iban) {
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
