package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.core.event.RawIdentities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the identifiers of an event wherever else they are in it: as a whole text; as a number or as a token in a
/// longer
/// text, percent-encoded or not, if they have at least six characters. Shorter ones are too likely to be something
/// else.
final class Occurrences {

    /// The shortest identifier that is looked for in parts of texts.
    static final int LEAST = 6;

    private final Map<String, String> replacements = new LinkedHashMap<>();

    private record Hit(int start, int end, String replacement) {}

    static Occurrences of(Collection<String> ids, String replacement) {
        Occurrences occurrences = new Occurrences();
        ids.forEach(id -> occurrences.add(id, replacement));
        return occurrences;
    }

    /// The first replacement of an identifier counts.
    void add(String id, String replacement) {
        if (!id.isEmpty()) {
            replacements.putIfAbsent(id, replacement);
        }
    }

    /// The text with replacements; the text itself if there is nothing to replace.
    String replaced(String text) {
        String whole = replacements.get(text);
        return whole == null ? replacedParts(text) : whole;
    }

    /// The same, where only identifiers of at least six characters count.
    String replacedParts(String text) {
        if (text.length() < LEAST || replacements.isEmpty()) {
            return text;
        }
        List<Hit> hits = new ArrayList<>(0);
        look(text, hits);
        Decoded decoded = Decoded.of(text);
        while (decoded != null) {
            List<Hit> inside = new ArrayList<>(0);
            look(decoded.text(), inside);
            for (Hit hit : inside) {
                hits.add(new Hit(decoded.starts()[hit.start()], decoded.ends()[hit.end() - 1], hit.replacement()));
            }
            decoded = decoded.again();
        }
        return hits.isEmpty() ? text : written(text, hits);
    }

    /// A number's replacement; the number itself if it is none of the identifiers.
    JsonNode replaced(JsonNode number) {
        if (replacements.isEmpty() || !number.isNumber()) {
            return number;
        }
        String id = RawIdentities.canonical(number);
        String replacement = id.length() < LEAST ? null : replacements.get(id);
        return replacement == null ? number : JsonNodeFactory.instance.textNode(replacement);
    }

    private void look(String text, List<Hit> hits) {
        replacements.forEach((id, replacement) -> {
            if (id.length() < LEAST || id.length() > text.length()) {
                return;
            }
            for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
                if (!Characters.wordAt(text, at - 1) && !Characters.wordAt(text, at + id.length())) {
                    hits.add(new Hit(at, at + id.length(), replacement));
                }
            }
        });
    }

    private static String written(String text, List<Hit> hits) {
        hits.sort(Comparator.comparingInt(Hit::start).thenComparing(Hit::end, Comparator.reverseOrder()));
        StringBuilder written = new StringBuilder();
        int done = 0;
        for (Hit hit : hits) {
            if (hit.start() >= done) {
                written.append(text, done, hit.start()).append(hit.replacement());
                done = hit.end();
            }
        }
        return written.append(text, done, text.length()).toString();
    }

    @Override
    public String toString() {
        return "Occurrences[" + replacements.size() + " redacted]";
    }
}
