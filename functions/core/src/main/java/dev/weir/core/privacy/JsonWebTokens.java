package dev.weir.core.privacy;

/// Tokens in compact form (RFC 7519): signed ones of three base64url parts, encrypted ones of five (RFC 7516). The
/// first
/// is a JSON object with the name of an algorithm in it, so it begins with `eyJ` and is no word.
final class JsonWebTokens {

    private static final int SHORTEST_HEADER = 16;
    private static final int ENCRYPTED_PARTS = 5;

    private JsonWebTokens() {}

    static long find(String text, int at) {
        if (!text.startsWith("eyJ", at)) {
            return Span.NONE;
        }
        int end = partEnd(text, at);
        if (end - at < SHORTEST_HEADER || !Characters.isAt(text, end, '.')) {
            return Span.NONE;
        }
        for (int part = 2; part <= ENCRYPTED_PARTS && Characters.isAt(text, end, '.'); part++) {
            end = partEnd(text, end + 1);
        }
        return Span.of(at, end);
    }

    private static int partEnd(String text, int start) {
        int at = start;
        while (at < text.length() && Characters.isTokenPart(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
