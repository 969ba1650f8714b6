package dev.weir.core.privacy;

/// Phone numbers in international form (E.164): a plus, then 8 to 15 digits with the usual separators between them.
/// National forms look like any number and are known by their key alone.
final class PhoneNumbers {

    private static final String SEPARATORS = " -.()/";

    private PhoneNumbers() {}

    static int end(String text, int start) {
        if (text.charAt(start) != '+') {
            return start;
        }
        int digits = 0;
        int end = start;
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (PiiScanner.isDigit(c)) {
                digits++;
                end = at + 1;
            } else if (SEPARATORS.indexOf(c) < 0 || at - end > 1) {
                break;
            }
        }
        return digits >= 8 && digits <= 15 && PiiScanner.endsToken(text, end) ? end : start;
    }
}
