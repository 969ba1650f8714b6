package dev.weir.schemas.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A product's `CHANGES.md`: why its policy changed, a list item for each change. An item begins with what changed, in
/// the words of the gate, and goes on with a colon and the reason; backticks do not count.
final class ChangeLog {

    static final String FILE = "CHANGES.md";

    private final List<String> items;

    private ChangeLog(List<String> items) {
        this.items = List.copyOf(items);
    }

    /// The change log of a product's folder; an empty one if there is none.
    static ChangeLog read(Path product) {
        Path file = product.resolve(FILE);
        try {
            return of(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChangeLog of(String text) {
        return new ChangeLog(text.lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).replace("`", "").strip())
                .toList());
    }

    /// Whether it says why.
    boolean explains(Change change) {
        String heading = change.logged().replace("`", "") + ": ";
        return items.stream().anyMatch(item -> item.startsWith(heading) && !isBlank(item, heading));
    }

    private static boolean isBlank(String item, String heading) {
        String reason = item.substring(heading.length()).strip();
        return reason.isEmpty() || reason.equals("<why>");
    }
}
