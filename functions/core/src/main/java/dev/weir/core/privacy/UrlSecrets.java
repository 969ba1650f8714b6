package dev.weir.core.privacy;

import dev.weir.core.event.PiiKind;

/// What URLs give away: user information (RFC 3986, section 3.2.1), query and fragment parameters whose names are those
/// of credentials or of personal data, and path segments behind words such as `reset`. An assignment such as
/// `password=…` counts outside of URLs too.
final class UrlSecrets {

    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_SEGMENT = 16;

    /// Parameters that mean this in a URL and may mean anything elsewhere.
    private static final KeyTable PARAMETERS = KeyTable.of(Meaning.PERSONAL, """
            key sig signature code auth pass otp pin session sid sessionid jwt ticket assertion samlresponse credential
            user login name
            """);

    private static final KeyTable SECRETS = KeyTable.of(Meaning.PERSONAL, """
            password passwd pwd passphrase secret token accesstoken refreshtoken idtoken authtoken bearertoken
            sessiontoken csrftoken apikey apisecret secretkey accesskey privatekey clientsecret authorization
            """);

    private static final KeyTable BEFORE_TOKENS = KeyTable.of(Meaning.PERSONAL, """
            reset resetpassword passwordreset verify verification confirm confirmation invite invitation magic magiclink
            token tokens unsubscribe activate activation session sessions auth oauth
            """);

    private UrlSecrets() {}

    /// Looks behind `://`.
    static long userInformation(String text, int at) {
        if (!text.startsWith("//", at + 1) || !Characters.wordAt(text, at - 1)) {
            return Span.NONE;
        }
        int start = at + 3;
        int end = start;
        while (end < text.length() && "/?#@\"'<>".indexOf(text.charAt(end)) < 0 && !isSpaceAt(text, end)) {
            end++;
        }
        return Characters.isAt(text, end, '@') ? Span.of(start, end) : Span.NONE;
    }

    /// Looks behind `=`.
    static long parameter(String text, int at) {
        int name = at;
        while (name > 0 && at - name < LONGEST_NAME && isNamePart(text.charAt(name - 1))) {
            name--;
        }
        boolean inUrl = name > 0 && "?&#;".indexOf(text.charAt(name - 1)) >= 0;
        if (name == at || !isSecret(text, name, at, inUrl)) {
            return Span.NONE;
        }
        int start = Characters.isAt(text, at + 1, '"') || Characters.isAt(text, at + 1, '\'') ? at + 2 : at + 1;
        int end = start;
        while (end < text.length() && "&#\"'<>".indexOf(text.charAt(end)) < 0 && !isSpaceAt(text, end)) {
            end++;
        }
        return isMasked(text, start, end) ? Span.NONE : Span.of(start, end);
    }

    private static boolean isSecret(String text, int name, int end, boolean inUrl) {
        return SECRETS.meaning(text, name, end).isPersonal()
                || (inUrl
                        && (PARAMETERS.meaning(text, name, end).isPersonal()
                                || PersonalKeys.meaning(text, name, end).isPersonal()));
    }

    /// Looks behind `/`.
    static long segment(String text, int at) {
        int word = at;
        while (word > 0 && Characters.isTokenPart(text.charAt(word - 1))) {
            word--;
        }
        if (word == at
                || !Characters.isAt(text, word - 1, '/')
                || !BEFORE_TOKENS.meaning(text, word, at).isPersonal()) {
            return Span.NONE;
        }
        int end = at + 1;
        boolean digit = false;
        while (end < text.length()
                && (Characters.isTokenPart(text.charAt(end)) || "~=.".indexOf(text.charAt(end)) >= 0)) {
            digit |= Characters.isDigit(text.charAt(end));
            end++;
        }
        return digit && end - at > SHORTEST_SEGMENT ? Span.of(at + 1, end) : Span.NONE;
    }

    private static boolean isNamePart(char c) {
        return Characters.isTokenPart(c) || c == '.' || c == '[' || c == ']';
    }

    /// What has been looked at before does not change again.
    private static boolean isMasked(String text, int start, int end) {
        if (end - start < 3 || text.charAt(start) != '[' || text.charAt(end - 1) != ']') {
            return false;
        }
        String inside = text.substring(start + 1, end - 1);
        for (PiiKind kind : PiiKind.values()) {
            if (inside.startsWith(kind.label())) {
                return true;
            }
        }
        return inside.equals("identifier");
    }

    private static boolean isSpaceAt(String text, int at) {
        return Characters.isSpace(text.charAt(at));
    }
}
