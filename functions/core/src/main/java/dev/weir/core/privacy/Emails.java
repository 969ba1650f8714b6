package dev.weir.core.privacy;

/// E-mail addresses: a local part of RFC 5322 atoms or in quotes, `@`, and a domain of letters of any script (RFC 6532)
/// with a dot in it. Not `name@1.2.3`, which is a version, nor `icon@2x.png`.
final class Emails {

    private static final String LOCAL = "!$*'+-^_`{|}~.";
    private static final int LONGEST_LOCAL = 64;

    private Emails() {}

    /// Looks around an `@`.
    static long find(String text, int at, int from) {
        int start = localStart(text, at, from);
        return start < at ? Span.of(start, Math.max(start, domainEnd(text, at + 1))) : Span.NONE;
    }

    private static int localStart(String text, int at, int from) {
        int least = Math.max(from, at - LONGEST_LOCAL);
        if (at > from && text.charAt(at - 1) == '"') {
            int quote = text.lastIndexOf('"', at - 2);
            return quote >= least ? quote : at;
        }
        int start = at;
        while (start > least && isLocal(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int domainEnd(String text, int domain) {
        int at = domain;
        int lastDot = -1;
        boolean letters = false;
        while (at < text.length() && (isLabel(text.charAt(at)) || isInner(text, at))) {
            if (text.charAt(at) == '.') {
                lastDot = at;
                letters = false;
            }
            letters |= !Characters.isDigit(text.charAt(at)) && text.charAt(at) != '.';
            at++;
        }
        return lastDot > domain && at - lastDot > 2 && letters && !isScale(text, domain) ? at : 0;
    }

    /// `@2x.png`: a picture for a finer screen.
    private static boolean isScale(String text, int domain) {
        return Characters.digitAt(text, domain) && text.startsWith("x.", domain + 1);
    }

    private static boolean isInner(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == '-') && at + 1 < text.length() && isLabel(text.charAt(at + 1));
    }

    private static boolean isLabel(char c) {
        return Characters.isWord(c) || (c >= Characters.ASCII && !Characters.isSpace(c));
    }

    private static boolean isLocal(char c) {
        return isLabel(c) || LOCAL.indexOf(c) >= 0;
    }
}
