package dev.weir.core.privacy;

/// E-mail addresses: a local part of RFC 5322 atoms, `@` (or its percent-encoding), and a domain with a dot in it.
final class Emails {

    private static final String LOCAL = "!#$&'*+-/=?^_`{|}~.";

    private Emails() {}

    /// Where an address that starts here ends, or the start when there is none.
    static int end(String text, int start) {
        int at = start;
        while (at < text.length() && at - start <= 64 && isLocal(text.charAt(at))) {
            at++;
        }
        if (at == start || at >= text.length()) {
            return start;
        }
        if (text.charAt(at) == '@') {
            return domainEnd(text, at + 1, start);
        }
        return text.startsWith("%40", at) ? domainEnd(text, at + 3, start) : start;
    }

    private static int domainEnd(String text, int domain, int start) {
        int at = domain;
        int lastDot = -1;
        while (at < text.length() && (PiiScanner.isWord(text.charAt(at)) || isInner(text, at))) {
            if (text.charAt(at) == '.') {
                lastDot = at;
            }
            at++;
        }
        return lastDot > domain && at - lastDot > 2 ? at : start;
    }

    private static boolean isInner(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == '-') && at + 1 < text.length() && PiiScanner.isWord(text.charAt(at + 1));
    }

    private static boolean isLocal(char c) {
        return PiiScanner.isWord(c) || LOCAL.indexOf(c) >= 0;
    }
}
