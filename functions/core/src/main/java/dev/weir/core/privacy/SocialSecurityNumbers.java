package dev.weir.core.privacy;

/// United States social security numbers in their written form, `AAA-GG-SSSS`, in the ranges that are issued.
final class SocialSecurityNumbers {

    private static final int LENGTH = 11;

    private SocialSecurityNumbers() {}

    static int end(String text, int start) {
        int end = start + LENGTH;
        if (end > text.length() || !PiiScanner.endsToken(text, end) || !hasShape(text, start)) {
            return start;
        }
        String area = text.substring(start, start + 3);
        boolean issued = !area.equals("000") && !area.equals("666") && area.charAt(0) != '9';
        boolean zeroes = text.startsWith("00", start + 4) || text.startsWith("0000", start + 7);
        return issued && !zeroes ? end : start;
    }

    private static boolean hasShape(String text, int start) {
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(start + i);
            boolean dash = i == 3 || i == 6;
            boolean right = dash ? c == '-' : PiiScanner.isDigit(c);
            if (!right) {
                return false;
            }
        }
        return true;
    }
}
