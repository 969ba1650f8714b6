package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A text in which a pattern is found. A text with a line break is doubted: whether `$` means the end in front of one
/// differs between the dialects of regular expressions.
record Matching(Pattern pattern) implements Check {

    /// Properties of characters, and dollar signs that may be no end: the validator rewrites these before it uses them.
    private static final Pattern REWRITTEN = Pattern.compile("\\\\[pPQE$]|\\[[^\\]]*\\$");

    static Check of(JsonNode schema) {
        String pattern = schema.path("pattern").asText("");
        Check runs = CharRunsReader.read(pattern);
        return runs == Fixed.DOUBT ? searching(pattern) : runs;
    }

    private static Check searching(String pattern) {
        try {
            return pattern.isEmpty() || REWRITTEN.matcher(pattern).find()
                    ? Fixed.DOUBT
                    : new Matching(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            return Fixed.DOUBT;
        }
    }

    @Override
    public boolean passes(JsonNode value) {
        if (!value.isTextual()) {
            return true;
        }
        String text = value.textValue();
        return !breaksLines(text) && pattern.matcher(text).find();
    }

    private static boolean breaksLines(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }
}
