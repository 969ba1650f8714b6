package dev.weir.schemas.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of a Markdown document: of each row, the cells by the name of their column, and the headings above it.
final class Tables {

    private static final String CELL = "\\s\\|\\s";

    private final List<Row> rows = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private List<String> columns = List.of();

    private Tables() {}

    /// @param headings those that the table is under, outermost first
    record Row(List<String> headings, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        boolean isUnder(String heading) {
            return headings.stream().anyMatch(above -> above.contains(heading));
        }
    }

    /// The rows of all tables that have a column of this name.
    static List<Row> with(String column, String document) {
        Tables tables = new Tables();
        document.lines().forEach(tables::line);
        return tables.rows.stream()
                .filter(row -> row.cells().containsKey(column))
                .toList();
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            heading(line);
        }
        if (!line.startsWith("|")) {
            columns = List.of();
        } else if (columns.isEmpty()) {
            columns = cells(line);
        } else if (!line.startsWith("|-")) {
            row(cells(line));
        }
    }

    private void heading(String line) {
        String text = line.replaceFirst("^#+", "");
        int level = line.length() - text.length();
        while (headings.size() >= level) {
            headings.removeLast();
        }
        while (headings.size() < level - 1) {
            headings.add("");
        }
        headings.add(text.strip());
    }

    private void row(List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        rows.add(new Row(List.copyOf(headings), row));
    }

    /// A bar that separates cells has space around it; one between values has none.
    private static List<String> cells(String line) {
        String inner = line.strip().replaceAll("^\\||\\|$", " ").strip();
        return List.of(inner.split(CELL, -1)).stream().map(String::strip).toList();
    }
}
