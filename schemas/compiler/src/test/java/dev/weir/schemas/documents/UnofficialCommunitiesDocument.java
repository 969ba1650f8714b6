package dev.weir.schemas.documents;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Document 001: the event catalog of §2, the zones, and the base event.
final class UnofficialCommunitiesDocument {

    private static final Pattern KEY = Pattern.compile("(\\w+)(?:: ('\\w+'(?:\\|'\\w+')*))?");

    private UnofficialCommunitiesDocument() {}

    static Extract read(String document) {
        String[] zones = Tables.with("Zone ID", document).stream()
                .map(row -> bare(row.cell("Zone ID")))
                .toArray(String[]::new);
        List<DocumentedEvent> events = Tables.with("Properties", document).stream()
                .map(UnofficialCommunitiesDocument::event)
                .toList();
        List<DocumentedKey> envelope = Interfaces.of(document).getOrDefault("BaseEvent", List.of());
        return new Extract(envelope, List.of(DocumentedKey.of("zone_id", zones)), events);
    }

    private static DocumentedEvent event(Tables.Row row) {
        String by = row.cell("Source").equals("Frontend") ? "client" : "server";
        return DocumentedEvent.of(
                bare(row.cell("Event Name")),
                List.of(by),
                KEY.matcher(row.cell("Properties"))
                        .results()
                        .map(UnofficialCommunitiesDocument::key)
                        .toList());
    }

    private static DocumentedKey key(MatchResult key) {
        List<String> values = key.group(2) == null
                ? List.of()
                : List.of(key.group(2).replace("'", "").split("\\|", -1));
        return new DocumentedKey(key.group(1), false, values);
    }

    private static String bare(String code) {
        return code.replace("`", "");
    }
}
