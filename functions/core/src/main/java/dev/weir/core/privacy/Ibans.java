package dev.weir.core.privacy;

/// International bank account numbers (ISO 13616), either case, with or without separators between groups of four,
/// checked by their country, its length, and their remainder modulo 97.
final class Ibans {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;
    private static final int LETTERS = 26;

    /// The length of a country's numbers, at the place that its two letters make; 0 where it is not of the register.
    private static final byte[] LENGTHS = lengths("""
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22
            CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22
            GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30
            KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20
            MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22
            RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26
            UA29 VA22 VG24 XK20 YE30
            """);

    private Ibans() {}

    /// Whether a letter and what follows it are a country of the register.
    static boolean isCountry(char letter, char second) {
        return Characters.isLetter(second) && LENGTHS[place(letter, second)] > 0;
    }

    static long find(String text, int at) {
        if (at + SHORTEST > text.length() || !Characters.digitAt(text, at + 2) || !Characters.digitAt(text, at + 3)) {
            return Span.NONE;
        }
        char second = text.charAt(at + 1);
        return isCountry(text.charAt(at), second)
                ? Span.of(at, end(text, at, LENGTHS[place(text.charAt(at), second)]))
                : Span.NONE;
    }

    private static int end(String text, int start, int length) {
        char[] compact = new char[LONGEST];
        int count = 0;
        int at = start;
        while (count < length && at < text.length()) {
            char c = text.charAt(at);
            if (c < Characters.ASCII && Characters.isWord(c)) {
                compact[count++] = c;
            } else if (count % 4 != 0 || !separates(c)) {
                return 0;
            }
            at++;
        }
        return count == length && Characters.endsToken(text, at) && remainder(compact, length) == 1 ? at : 0;
    }

    private static boolean separates(char c) {
        return c == ' ' || c == '-' || c == '+' || c == '\u00a0';
    }

    private static int remainder(char[] iban, int length) {
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            int value = Character.digit(iban[(i + 4) % length], Character.MAX_RADIX);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }

    private static byte[] lengths(String countries) {
        byte[] lengths = new byte[LETTERS * LETTERS];
        for (String country : countries.strip().split("\\s+", -1)) {
            lengths[place(country.charAt(0), country.charAt(1))] = Byte.parseByte(country.substring(2));
        }
        return lengths;
    }

    /// Of two ASCII letters in either case.
    private static int place(char first, char second) {
        return ((first | 0x20) - 'a') * LETTERS + (second | 0x20) - 'a';
    }
}
