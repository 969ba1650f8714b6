package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Events as CSV (RFC 4180, with a line feed): a row each, a column for each field, and a column for each property by
/// its path, such as `properties.error.code`. Lists are JSON in one cell. What an event does not have is empty.
final class CsvRows {

    private final List<String> fields;
    private final Set<String> paths = new TreeSet<>();

    /// @param fields of the stored envelope, in order
    CsvRows(List<String> fields) {
        this.fields = List.copyOf(fields);
    }

    /// Makes sure that there is a column for everything in an event.
    void learn(ObjectNode event) {
        paths.addAll(cells(event).keySet());
    }

    void header(Writer out) {
        line(out, columns().iterator());
    }

    void row(Writer out, ObjectNode event) {
        Map<String, String> cells = cells(event);
        line(
                out,
                columns().stream().map(column -> cells.getOrDefault(column, "")).iterator());
    }

    /// Fields that no event has are left out.
    private List<String> columns() {
        List<String> columns = fields.stream().filter(paths::contains).collect(Collectors.toList());
        paths.stream().filter(path -> !fields.contains(path)).forEach(columns::add);
        return columns;
    }

    private static Map<String, String> cells(ObjectNode event) {
        Map<String, String> cells = new TreeMap<>();
        flatten("", event, cells);
        return cells;
    }

    private static void flatten(String at, ObjectNode object, Map<String, String> cells) {
        object.forEachEntry((name, value) -> {
            String path = at.isEmpty() ? name : at + "." + name;
            if (value instanceof ObjectNode inner) {
                flatten(path, inner, cells);
            } else if (!value.isNull()) {
                cells.put(path, text(value));
            }
        });
    }

    private static String text(JsonNode value) {
        return value.isArray() ? value.toString() : value.asText();
    }

    private static void line(Writer out, Iterator<String> cells) {
        try {
            while (cells.hasNext()) {
                out.write(quoted(cells.next()));
                out.write(cells.hasNext() ? "," : "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write rows", e);
        }
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
