package dev.weir.core.privacy;

/// What characters are to the shapes, with the common ones in a table.
final class Characters {

    static final int ASCII = 128;

    private static final boolean[] WORD = new boolean[ASCII];
    private static final char[] LOWER = new char[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            WORD[c] = Character.isLetterOrDigit(c);
            LOWER[c] = Character.toLowerCase(c);
        }
    }

    private Characters() {}

    /// A letter or digit of any script.
    static boolean isWord(char c) {
        return c < ASCII ? WORD[c] : Character.isLetterOrDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c < ASCII && WORD[c] && !isDigit(c);
    }

    static boolean isCapital(char c) {
        return c < ASCII ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    /// In lower case, by itself: one character stays one.
    static char lower(char c) {
        return c < ASCII ? LOWER[c] : Character.toLowerCase(c);
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// Letters and digits of base64url, and what else opaque tokens are made of.
    static boolean isTokenPart(char c) {
        return c < ASCII && (WORD[c] || c == '-' || c == '_');
    }

    static boolean digitAt(String text, int at) {
        return at >= 0 && at < text.length() && isDigit(text.charAt(at));
    }

    static boolean wordAt(String text, int at) {
        return at >= 0 && at < text.length() && isWord(text.charAt(at));
    }

    /// The index of the next character that is no letter or digit.
    static int wordEnd(String text, int start) {
        int at = start;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isAt(String text, int at, char c) {
        return at >= 0 && at < text.length() && text.charAt(at) == c;
    }

    /// Whether a token may end before this index.
    static boolean endsToken(String text, int end) {
        return !wordAt(text, end);
    }
}
