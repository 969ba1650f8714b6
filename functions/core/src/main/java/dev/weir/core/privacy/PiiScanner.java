package dev.weir.core.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds personal data in text by its shape, in one pass and without backtracking. Every shape that has a checksum is
/// checked by it, because plain patterns take clean numbers for personal ones.
final class PiiScanner {

    private PiiScanner() {}

    /// What there is, from left to right, without overlaps.
    static List<Finding> scan(String text) {
        List<Finding> findings = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Finding finding = startsToken(text, at) ? findAt(text, at) : null;
            if (finding == null) {
                at++;
            } else {
                findings.add(finding);
                at = finding.end();
            }
        }
        return findings;
    }

    private static boolean startsToken(String text, int at) {
        char c = text.charAt(at);
        boolean opens = c == '+' || c == ':' || isWord(c);
        return opens && (at == 0 || !isWord(text.charAt(at - 1)));
    }

    private static @Nullable Finding findAt(String text, int at) {
        int end = Emails.end(text, at);
        if (end > at) {
            return new Finding(at, end, "email");
        }
        end = JsonWebTokens.end(text, at);
        if (end > at) {
            return new Finding(at, end, "token");
        }
        end = IpAddresses.end(text, at);
        if (end > at) {
            return new Finding(at, end, "ip_address");
        }
        end = Ibans.end(text, at);
        if (end > at) {
            return new Finding(at, end, "iban");
        }
        return digits(text, at);
    }

    private static @Nullable Finding digits(String text, int at) {
        int end = PhoneNumbers.end(text, at);
        if (end > at) {
            return new Finding(at, end, "phone");
        }
        end = SocialSecurityNumbers.end(text, at);
        if (end > at) {
            return new Finding(at, end, "ssn");
        }
        end = Cards.end(text, at);
        return end > at ? new Finding(at, end, "card") : null;
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether a token may end before this index.
    static boolean endsToken(String text, int end) {
        return end == text.length() || !isWord(text.charAt(end));
    }
}
