package dev.weir.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What resources are referred to by: `identities.txt`, whose lines are a type, `Ref` or an attribute, and the value,
/// in which `${Property}` is a property of the resource, and `${id}` its logical id.
final class Identities {

    private static final String REF = "Ref";

    private final Map<String, String> values = new TreeMap<>();

    Identities() {
        Lines.of("identities.txt").forEach(line -> values.put(line.type() + " " + line.subject(), line.rest()));
    }

    /// The form of what `Ref` gives; its logical id, where nothing is known.
    String ref(String type) {
        return values.getOrDefault(type + " " + REF, "${id}");
    }

    /// The form of an attribute.
    Optional<String> attribute(String type, String attribute) {
        return Optional.ofNullable(values.get(type + " " + attribute));
    }
}
