package dev.weir.core.privacy;

/// IPv6 addresses (RFC 4291): eight groups of hexadecimal digits, or fewer with one `::`, the last two as IPv4 address
/// where it is embedded, with a zone (RFC 4007) where there is one. Not times of day, nor longer rows of bytes.
final class Ipv6Addresses {

    private static final int GROUPS = 8;
    private static final int LONGEST_ZONE = 16;

    private Ipv6Addresses() {}

    static long find(String text, int at) {
        boolean goesOn = Characters.isAt(text, at - 1, ':') || Characters.isAt(text, at - 1, '.');
        if (goesOn || (text.charAt(at) == ':' && !Characters.isAt(text, at + 1, ':'))) {
            return Span.NONE;
        }
        int end = at;
        int colons = 0;
        while (end < text.length() && (Characters.isHex(text.charAt(end)) || text.charAt(end) == ':')) {
            colons += text.charAt(end) == ':' ? 1 : 0;
            end++;
        }
        return colons < 2 ? Span.NONE : Span.of(at, address(text, at, end));
    }

    private static int address(String text, int start, int end) {
        int last = text.lastIndexOf(':', end - 1) + 1;
        int embedded = Ipv4Addresses.end(text, last);
        if (embedded > end) {
            return isAddress(text.substring(start, last) + "0:0") ? zoneEnd(text, embedded) : 0;
        }
        int unpunctuated = text.charAt(end - 1) == ':' && !text.startsWith("::", end - 2) ? end - 1 : end;
        boolean ends = Characters.endsToken(text, end);
        return ends && isAddress(text.substring(start, unpunctuated)) ? zoneEnd(text, unpunctuated) : 0;
    }

    private static boolean isAddress(String text) {
        int gap = text.indexOf("::");
        if (text.length() < 3 || (gap >= 0 && text.indexOf("::", gap + 1) >= 0)) {
            return false;
        }
        if (gap < 0) {
            return groups(text) == GROUPS;
        }
        int before = groups(text.substring(0, gap));
        int after = groups(text.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after > 0 && before + after < GROUPS;
    }

    /// How many groups there are; too few for anything where one of them is none.
    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int groups = 1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean colon = text.charAt(i) == ':';
            if (colon ? digits == 0 : digits == 4) {
                return -GROUPS;
            }
            digits = colon ? 0 : digits + 1;
            groups += colon ? 1 : 0;
        }
        return digits == 0 ? -GROUPS : groups;
    }

    private static int zoneEnd(String text, int end) {
        int at = end + 1;
        while (at < text.length() && at - end <= LONGEST_ZONE && Characters.isTokenPart(text.charAt(at))) {
            at++;
        }
        return Characters.isAt(text, end, '%') && at > end + 1 ? at : end;
    }
}
