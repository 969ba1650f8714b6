package dev.weir.core.privacy;

/// Ranges of card numbers that issuers have: Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay,
/// Maestro.
final class CardIssuers {

    private CardIssuers() {}

    /// Whether somebody issues numbers of this beginning and length.
    static boolean issue(CharSequence digits) {
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
}
