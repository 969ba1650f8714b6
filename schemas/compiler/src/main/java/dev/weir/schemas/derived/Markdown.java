package dev.weir.schemas.derived;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A page, written from top to bottom.
final class Markdown {

    private static final String ORIGIN = "<!-- Generated from the catalog by ./weir catalog docs. -->\n";

    private final StringBuilder text = new StringBuilder(ORIGIN);

    Markdown heading(int level, String words) {
        text.append('\n').append("#".repeat(level)).append(' ').append(words).append('\n');
        return this;
    }

    Markdown paragraph(String words) {
        if (!words.isBlank()) {
            text.append('\n').append(words.strip()).append('\n');
        }
        return this;
    }

    Markdown items(List<String> items) {
        text.append('\n');
        items.forEach(item -> text.append("- ").append(item).append('\n'));
        return this;
    }

    /// A table, unless it has no rows.
    Markdown table(List<String> header, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            text.append(rows(header, rows));
        }
        return this;
    }

    /// A table by itself, with an empty line before it.
    static String rows(List<String> header, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("\n")
                .append(row(header))
                .append("|---".repeat(header.size()))
                .append("|\n");
        rows.forEach(row -> table.append(row(row)));
        return table.toString();
    }

    Markdown code(String language, String code) {
        text.append("\n```").append(language).append('\n').append(code.strip()).append("\n```\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String code(String word) {
        return "`" + word + "`";
    }

    static String codes(List<String> words) {
        return words.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    /// The anchor that a heading gets.
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replaceAll("\\s+", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
