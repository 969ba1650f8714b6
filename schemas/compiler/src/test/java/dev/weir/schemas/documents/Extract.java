package dev.weir.schemas.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that a document gives, and nothing else of it.
///
/// @param envelope keys of every event
/// @param types values of what several events share
/// @param events each event once
record Extract(List<DocumentedKey> envelope, List<DocumentedKey> types, List<DocumentedEvent> events) {

    private static final String ENVELOPE = "envelope ";
    private static final String TYPE = "type ";
    private static final String EVENT = "event ";

    Extract {
        envelope = List.copyOf(envelope);
        types = List.copyOf(types);
        events = List.copyOf(events);
    }

    static Extract committed(String product) throws IOException {
        return parse(resource(product + ".txt"));
    }

    static List<String> resource(String name) throws IOException {
        try (InputStream file = Extract.class.getResourceAsStream("/documents/" + name)) {
            if (file == null) {
                throw new IOException("no resource documents/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    static Extract parse(List<String> lines) {
        return new Extract(
                after(ENVELOPE, lines).map(DocumentedKey::parse).toList(),
                after(TYPE, lines).map(DocumentedKey::parse).toList(),
                after(EVENT, lines).map(DocumentedEvent::parse).toList());
    }

    private static Stream<String> after(String kind, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(kind)).map(line -> line.substring(kind.length()));
    }

    @Override
    public String toString() {
        return Stream.of(lines(ENVELOPE, envelope), lines(TYPE, types), lines(EVENT, events))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> lines(String kind, List<?> things) {
        return things.stream().map(thing -> kind + thing);
    }
}
