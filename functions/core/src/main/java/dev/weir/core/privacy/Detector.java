package dev.weir.core.privacy;

import dev.weir.core.event.PiiKind;
import java.util.List;

/// What is looked for in texts, in the order in which it is tried where two begin alike. An enum and a switch, because
/// calls through an interface would cost more than most of the looking.
enum Detector {
    USER_INFORMATION(PiiKind.URL_SECRET, ":", true),
    PARAMETER(PiiKind.URL_SECRET, "=", true),
    SEGMENT(PiiKind.URL_SECRET, "/", true),
    EMAIL(PiiKind.EMAIL, "@", true),
    JSON_WEB_TOKEN(PiiKind.TOKEN, "e", false),
    API_KEY(PiiKind.API_KEY, ApiKeys.openings(), false),
    IPV4(PiiKind.IP_ADDRESS, "0123456789", false),
    IPV6(PiiKind.IP_ADDRESS, "0123456789abcdefABCDEF:", false),
    IBAN(PiiKind.IBAN, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", false),
    INTERNATIONAL_PHONE(PiiKind.PHONE, "+", false),
    NATIONAL_PHONE(PiiKind.PHONE, "0123456789(", false),
    SSN(PiiKind.SSN, "0123456789", false),
    CARD(PiiKind.CARD, "23456", false);

    static final List<Detector> ALL = List.of(values());

    private final PiiKind kind;
    private final String opens;
    private final boolean inWords;

    /// @param opens the characters that it is looked for at
    /// @param inWords whether also at those that have a letter or digit before them
    Detector(PiiKind kind, String opens, boolean inWords) {
        this.kind = kind;
        this.opens = opens;
        this.inWords = inWords;
    }

    PiiKind kind() {
        return kind;
    }

    boolean inWords() {
        return inWords;
    }

    /// The bit of its place in [#ALL].
    int bit() {
        return 1 << ALL.indexOf(this);
    }

    String opens() {
        return opens;
    }

    /// Whether it may go on with this character; 0 stands for the end of the text and for all that is not ASCII.
    boolean goesOn(char opening, char second) {
        return switch (this) {
            case USER_INFORMATION -> second == '/';
            case JSON_WEB_TOKEN -> second == 'y';
            case API_KEY -> ApiKeys.mayOpen(opening, second);
            case IPV4 -> Characters.isDigit(second) || second == '.';
            case IPV6 -> Characters.isHex(second) || second == ':';
            case IBAN -> Ibans.isCountry(opening, second);
            case SSN, CARD -> Characters.isDigit(second);
            case PARAMETER, SEGMENT, EMAIL, INTERNATIONAL_PHONE, NATIONAL_PHONE -> true;
        };
    }

    /// Where it begins and ends, or [Span#NONE].
    ///
    /// @param at index of the character that it is looked for at
    /// @param from index that it may not begin before, because something else was found there
    long find(String text, int at, int from, Meaning meaning) {
        return switch (this) {
            case USER_INFORMATION -> UrlSecrets.userInformation(text, at);
            case PARAMETER -> UrlSecrets.parameter(text, at);
            case SEGMENT -> UrlSecrets.segment(text, at);
            case EMAIL -> Emails.find(text, at, from);
            case JSON_WEB_TOKEN -> JsonWebTokens.find(text, at);
            case API_KEY -> ApiKeys.find(text, at);
            case IPV4 -> Ipv4Addresses.find(text, at, meaning);
            case IPV6 -> Ipv6Addresses.find(text, at);
            case IBAN -> Ibans.find(text, at);
            case INTERNATIONAL_PHONE -> PhoneNumbers.international(text, at);
            case NATIONAL_PHONE -> PhoneNumbers.national(text, at, meaning);
            case SSN -> SocialSecurityNumbers.find(text, at, meaning);
            case CARD -> Cards.find(text, at, meaning);
        };
    }
}
