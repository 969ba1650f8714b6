package dev.weir.schemas.documents;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Document 004: the taxonomy of §4. Events are written by the backend (§6).
final class TenantTelemetryDocument {

    private static final Pattern KEY = Pattern.compile("(\\w+)(\\?)?(?: \\(([^)]*)\\))?(?:, |$)");

    private TenantTelemetryDocument() {}

    static Extract read(String document) {
        List<DocumentedEvent> events = Tables.with("Required Data Keys", document).stream()
                .map(row -> DocumentedEvent.of(
                        row.cell("Event Name"),
                        List.of("server"),
                        KEY.matcher(row.cell("Required Data Keys"))
                                .results()
                                .map(TenantTelemetryDocument::key)
                                .toList()))
                .toList();
        return new Extract(List.of(DocumentedKey.of("name"), DocumentedKey.of("data")), List.of(), events);
    }

    private static DocumentedKey key(MatchResult key) {
        List<String> values =
                key.group(3) == null ? List.of() : List.of(key.group(3).split("\\|", -1));
        return new DocumentedKey(key.group(1), key.group(2) != null, values);
    }
}
