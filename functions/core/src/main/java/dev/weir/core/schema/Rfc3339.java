package dev.weir.core.schema;

import java.time.YearMonth;

/// Dates and times of RFC 3339, section 5.6, in capitals, without leap seconds and with offsets of up to 17:59. What is
/// read here is a subset of what the RFC has; the year 0000 and the offset -00:00 are left to others.
final class Rfc3339 {

    private static final int DATE = 10;
    private static final int SECONDS_END = 19;
    private static final int MOST_FRACTION = 9;

    private Rfc3339() {}

    static boolean isDate(String text) {
        return text.length() == DATE && startsWithDate(text);
    }

    static boolean isDateTime(String text) {
        return text.length() > SECONDS_END
                && startsWithDate(text)
                && text.charAt(DATE) == 'T'
                && isUpTo(text, 11, 23)
                && text.charAt(13) == ':'
                && isUpTo(text, 14, 59)
                && text.charAt(16) == ':'
                && isUpTo(text, 17, 59)
                && isOffset(text, fractionEnd(text));
    }

    private static boolean startsWithDate(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        int century = two(text, 0);
        int year = century * 100 + two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        return century >= 0
                && two(text, 2) >= 0
                && year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    /// Where the fraction of a second ends; where it starts, if it is none or too long.
    private static int fractionEnd(String text) {
        if (text.charAt(SECONDS_END) != '.') {
            return SECONDS_END;
        }
        int end = SECONDS_END + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - SECONDS_END - 1;
        return digits >= 1 && digits <= MOST_FRACTION ? end : SECONDS_END;
    }

    private static boolean isOffset(String text, int at) {
        if (text.length() == at + 1) {
            return text.charAt(at) == 'Z';
        }
        return text.length() == at + 6
                && (text.charAt(at) == '+' || (text.charAt(at) == '-' && !text.endsWith("-00:00")))
                && isUpTo(text, at + 1, 17)
                && text.charAt(at + 3) == ':'
                && isUpTo(text, at + 4, 59);
    }

    private static boolean isUpTo(String text, int at, int most) {
        int number = two(text, at);
        return number >= 0 && number <= most;
    }

    /// A number of two digits; negative if it is none.
    private static int two(String text, int at) {
        char tens = text.charAt(at);
        char ones = text.charAt(at + 1);
        return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
