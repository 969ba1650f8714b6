package dev.weir.schemas.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An event that a document names, in a line: its name, who sends it, its keys.
///
/// @param sources `client` and `server`; empty where the document does not say
record DocumentedEvent(String name, Set<String> sources, List<DocumentedKey> keys) {

    DocumentedEvent {
        keys = List.copyOf(keys);
    }

    static DocumentedEvent of(String name, List<String> sources, List<DocumentedKey> keys) {
        return new DocumentedEvent(name, new TreeSet<>(sources), keys);
    }

    static DocumentedEvent parse(String line) {
        String[] words = line.split(" ", -1);
        Set<String> sources = new TreeSet<>(Arrays.asList(words[1].split(",", -1)));
        sources.remove("-");
        return new DocumentedEvent(
                words[0],
                sources,
                Arrays.stream(words).skip(2).map(DocumentedKey::parse).toList());
    }

    @Override
    public String toString() {
        String by = sources.isEmpty() ? "-" : String.join(",", sources);
        return keys.stream().map(key -> " " + key).collect(Collectors.joining("", name + " " + by, ""));
    }
}
