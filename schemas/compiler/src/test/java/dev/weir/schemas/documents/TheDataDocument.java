package dev.weir.schemas.documents;

import java.util.List;
import java.util.Locale;

/// Document 003: the interfaces of §2, those of clients before those of servers.
final class TheDataDocument {

    private TheDataDocument() {}

    /// An event is named as its interface is, without the word that only says that it is an event, or distributed.
    static Extract read(String document) {
        int servers = document.indexOf("### 2.2 ");
        List<DocumentedEvent> events = Interfaces.of(document).entrySet().stream()
                .map(found -> DocumentedEvent.of(
                        snakeCase(found.getKey().replaceFirst("Event$|^Distributed", "")),
                        List.of(document.indexOf("interface " + found.getKey()) < servers ? "client" : "server"),
                        found.getValue()))
                .toList();
        return new Extract(List.of(), List.of(), events);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
