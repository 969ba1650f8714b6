package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// A text made of runs of ASCII characters, such as `^[A-Z]{2}-[A-Z0-9]{1,3}$`: what most patterns of identifiers are.
/// Each run takes as much as it can, so a text that would need a run to take less is doubted.
record CharRuns(Run[] runs) implements Check {

    /// Between `least` and `most` characters of a set, which has a bit for each of ASCII.
    record Run(long low, long high, int least, int most) {

        private boolean has(char c) {
            return c < 128 && ((c < 64 ? low : high) >>> (c & 63) & 1) != 0;
        }

        /// Where this run ends in a text; -1 where it is too short.
        private int end(String text, int from) {
            int end = from;
            while (end < text.length() && end - from < most && has(text.charAt(end))) {
                end++;
            }
            return end - from < least ? -1 : end;
        }
    }

    @Override
    public boolean passes(JsonNode value) {
        return !value.isTextual() || matches(value.textValue());
    }

    private boolean matches(String text) {
        int at = 0;
        for (Run run : runs) {
            at = run.end(text, at);
            if (at < 0) {
                return false;
            }
        }
        return at == text.length();
    }
}
