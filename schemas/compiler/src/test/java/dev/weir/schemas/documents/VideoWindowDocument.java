package dev.weir.schemas.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Document 000: the event catalog and the property reference.
final class VideoWindowDocument {

    private static final Pattern KEY = Pattern.compile("`(\\w+)`(?: \\(([^)]+)\\))?");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");

    private VideoWindowDocument() {}

    static Extract read(String document) {
        List<DocumentedKey> types = Tables.with("Property", document).stream()
                .map(row -> new DocumentedKey(
                        words(row.cell("Property")).getFirst(), false, words(row.cell("Description"))))
                .toList();
        List<DocumentedEvent> events = Tables.with("Key Properties", document).stream()
                .map(row -> DocumentedEvent.of(
                        words(row.cell("Event")).getFirst(),
                        sources(row.cell("Triggered By")),
                        KEY.matcher(row.cell("Key Properties"))
                                .results()
                                .map(VideoWindowDocument::key)
                                .toList()))
                .toList();
        return new Extract(List.of(), types, events);
    }

    private static DocumentedKey key(MatchResult key) {
        return new DocumentedKey(key.group(1), false, key.group(2) == null ? List.of() : words(key.group(2)));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group(1)).toList();
    }

    /// The document's own tools are servers to us.
    private static List<String> sources(String triggeredBy) {
        List<String> sources = new ArrayList<>();
        for (String by : triggeredBy.split("/", -1)) {
            sources.add(by.equals("Client") ? "client" : "server");
        }
        return sources;
    }
}
