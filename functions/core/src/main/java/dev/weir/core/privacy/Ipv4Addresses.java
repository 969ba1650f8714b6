package dev.weir.core.privacy;

import java.util.Locale;
import java.util.Set;

/// IPv4 addresses. Four dotted numbers are a version instead behind a `v` and beside a further dot; and, if they begin
/// below 100 or end in two zeroes, where the key says so, behind a word such as `version`, or behind a product's name
/// with a slash (`Chrome/120.0.0.0`).
final class Ipv4Addresses {

    private static final int OCTETS = 4;
    private static final int MOST = 255;
    private static final Set<String> VERSION_WORDS = Set.of(
            "v", "ver", "version", "build", "release", "rev", "revision", "firmware", "fw", "sdk", "driver", "patch");

    private Ipv4Addresses() {}

    static long find(String text, int at, Meaning meaning) {
        int end = end(text, at);
        if (end == 0 || Characters.isAt(text, at - 1, '.')) {
            return Span.NONE;
        }
        boolean said = (meaning == Meaning.VERSION && at == 0 && end == text.length())
                || follows(text, at)
                || isOfProduct(text, at);
        return said && maybeVersion(text, at, end) ? Span.NONE : Span.of(at, end);
    }

    private static boolean maybeVersion(String text, int at, int end) {
        return text.indexOf('.', at) - at < 3 || text.startsWith(".0.0", end - 4);
    }

    /// Where four numbers up to 255 with dots between them end; 0 if there are none.
    static int end(String text, int start) {
        int at = start;
        for (int octet = 0; octet < OCTETS; octet++) {
            if (octet > 0 && !Characters.isAt(text, at++, '.')) {
                return 0;
            }
            int end = octetEnd(text, at);
            if (end == 0) {
                return 0;
            }
            at = end;
        }
        boolean longer =
                Characters.wordAt(text, at) || (Characters.isAt(text, at, '.') && Characters.wordAt(text, at + 1));
        return longer ? 0 : at;
    }

    private static int octetEnd(String text, int start) {
        int value = 0;
        int at = start;
        while (Characters.digitAt(text, at) && at - start < 3) {
            value = value * 10 + text.charAt(at) - '0';
            at++;
        }
        boolean padded = at - start > 1 && text.charAt(start) == '0';
        return at == start || padded || value > MOST ? 0 : at;
    }

    private static boolean follows(String text, int at) {
        int end = at;
        while (end > 0 && at - end < 3 && " =:\"_".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && Characters.isLetter(text.charAt(start - 1)) && end - start < 9) {
            start--;
        }
        return end < at && VERSION_WORDS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /// A capital begins the name, as in a user agent; a path's segments are of another kind.
    private static boolean isOfProduct(String text, int at) {
        int start = at - 1;
        while (start > 0 && Characters.isTokenPart(text.charAt(start - 1))) {
            start--;
        }
        return Characters.isAt(text, at - 1, '/')
                && start < at - 1
                && text.charAt(start) >= 'A'
                && text.charAt(start) <= 'Z'
                && !Characters.isAt(text, start - 1, '/');
    }
}
