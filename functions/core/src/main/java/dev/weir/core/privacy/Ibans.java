package dev.weir.core.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// International bank account numbers (ISO 13616), either case, with or without spaces between groups of four,
/// checked by their country, its length, and their remainder modulo 97.
final class Ibans {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    /// The countries of the register and the length of their numbers.
    private static final Map<String, Integer> LENGTHS = Arrays.stream("""
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22
            CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22
            GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30
            KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20
            MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22
            RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26
            UA29 VA22 VG24 XK20 YE30
            """.split("\\s+"))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

    private Ibans() {}

    static int end(String text, int start) {
        if (start + SHORTEST > text.length() || !opens(text, start)) {
            return start;
        }
        StringBuilder compact = new StringBuilder(LONGEST);
        int at = start;
        int end = start;
        while (at < text.length() && compact.length() < LONGEST) {
            char c = text.charAt(at);
            if (c < 128 && PiiScanner.isWord(c)) {
                compact.append(c);
                at++;
                end = validUntil(text, at, compact) ? at : end;
            } else if (c == ' ' && compact.length() % 4 == 0) {
                at++;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean validUntil(String text, int at, CharSequence compact) {
        return compact.length() >= SHORTEST
                && PiiScanner.endsToken(text, at)
                && compact.length() == LENGTHS.getOrDefault(country(compact), 0)
                && remainder(compact) == 1;
    }

    private static boolean opens(String text, int at) {
        return isLetter(text.charAt(at))
                && isLetter(text.charAt(at + 1))
                && PiiScanner.isDigit(text.charAt(at + 2))
                && PiiScanner.isDigit(text.charAt(at + 3));
    }

    private static boolean isLetter(char c) {
        return c < 128 && Character.isLetter(c);
    }

    private static String country(CharSequence iban) {
        return iban.subSequence(0, 2).toString().toUpperCase(Locale.ROOT);
    }

    private static int remainder(CharSequence iban) {
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
