package dev.weir.core.privacy;

/// Signed tokens in compact form (RFC 7519): three base64url parts of which the first two are JSON objects.
final class JsonWebTokens {

    private JsonWebTokens() {}

    static int end(String text, int start) {
        if (!text.startsWith("eyJ", start)) {
            return start;
        }
        int header = partEnd(text, start);
        if (!text.startsWith(".eyJ", header)) {
            return start;
        }
        int claims = partEnd(text, header + 1);
        return claims < text.length() && text.charAt(claims) == '.' ? partEnd(text, claims + 1) : start;
    }

    private static int partEnd(String text, int start) {
        int at = start;
        while (at < text.length() && isBase64Url(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBase64Url(char c) {
        return c < 128 && (PiiScanner.isWord(c) || c == '-' || c == '_');
    }
}
