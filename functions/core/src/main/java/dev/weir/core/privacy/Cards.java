package dev.weir.core.privacy;

/// Payment card numbers (ISO/IEC 7812): 12 to 19 digits, of an issuer's range, with a Luhn check digit. Written
/// without separators or with one kind of them between groups.
final class Cards {

    private static final int LONGEST = 19;

    private Cards() {}

    static int end(String text, int start) {
        StringBuilder digits = new StringBuilder(LONGEST);
        int at = start;
        while (at < text.length() && digits.length() <= LONGEST) {
            char c = text.charAt(at);
            if (PiiScanner.isDigit(c)) {
                digits.append(c);
            } else if (!separates(text, at)) {
                break;
            }
            at++;
        }
        boolean card = digits.length() >= 12 && digits.length() <= LONGEST && PiiScanner.endsToken(text, at);
        return card && isIssued(digits) && luhn(digits) ? at : start;
    }

    private static boolean separates(String text, int at) {
        char c = text.charAt(at);
        return (c == ' ' || c == '-') && at + 1 < text.length() && PiiScanner.isDigit(text.charAt(at + 1));
    }

    /// Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Maestro.
    private static boolean isIssued(CharSequence digits) {
        int two = Integer.parseInt(digits, 0, 2, 10);
        int four = Integer.parseInt(digits, 0, 4, 10);
        int length = digits.length();
        return switch (two / 10) {
            case 4 -> length == 13 || length == 16 || length == 19;
            case 2 -> four >= 2221 && four <= 2720 && length == 16;
            case 3 -> three(two, four, length);
            case 5, 6 -> two >= 50;
            default -> false;
        };
    }

    private static boolean three(int two, int four, int length) {
        boolean amex = (two == 34 || two == 37) && length == 15;
        boolean diners = two == 30 || two == 36 || two == 38 || two == 39;
        boolean jcb = four >= 3528 && four <= 3589;
        return amex || (diners && length >= 14) || (jcb && length >= 16);
    }

    private static boolean luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 1 ? doubled : digit;
        }
        return sum % 10 == 0;
    }
}
