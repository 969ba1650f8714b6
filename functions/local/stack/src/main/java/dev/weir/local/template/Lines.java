package dev.weir.local.template;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables of this package: lines of a type, a subject, and what is said of it; `#` begins a comment.
final class Lines {

    private Lines() {}

    record Line(String type, String subject, String rest) {}

    static List<Line> of(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(
                requireNonNull(Lines.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +", 3))
                    .map(parts -> new Line(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
