package dev.weir.core.privacy;

import java.net.InetAddress;

/// IPv4 and IPv6 literals. Four dotted numbers behind a `v`, or beside a further dot, are a version, not an address.
final class IpAddresses {

    private static final int LONGEST = 45;

    private IpAddresses() {}

    static int end(String text, int start) {
        if (start > 0 && text.charAt(start - 1) == '.') {
            return start;
        }
        int at = start;
        int colons = 0;
        int dots = 0;
        while (at < text.length() && at - start <= LONGEST && isPart(text, at)) {
            colons += text.charAt(at) == ':' ? 1 : 0;
            dots += text.charAt(at) == '.' ? 1 : 0;
            at++;
        }
        boolean candidate = colons >= 2 || (colons == 0 && dots == 3 && PiiScanner.isDigit(text.charAt(start)));
        return candidate && PiiScanner.endsToken(text, at) && isAddress(text.substring(start, at)) ? at : start;
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        if (c == '.') {
            return at + 1 < text.length() && PiiScanner.isDigit(text.charAt(at + 1));
        }
        return c == ':' || (c < 128 && Character.digit(c, 16) >= 0);
    }

    private static boolean isAddress(String candidate) {
        try {
            InetAddress.ofLiteral(candidate);
            return !candidate.equals("::");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
