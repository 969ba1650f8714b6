package dev.weir.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// What of a template is applied on this machine, and what is not and why: `emulation.txt`, whose lines are a type, a
/// property or `*`, and `applied` or the reason. What is in neither is refused.
final class Emulation {

    private static final String WHOLE = "*";

    private final Map<String, String> known = new TreeMap<>();

    Emulation() {
        Lines.of("emulation.txt").forEach(line -> known.put(line.type() + " " + line.subject(), line.rest()));
    }

    /// @throws CannotApply naming the resource, its type and the property
    void check(String id, JsonNode resource) {
        String type = resource.path("Type").asText();
        if (known.containsKey(type + " " + WHOLE)) {
            return;
        }
        resource.path("Properties").fieldNames().forEachRemaining(property -> {
            if (!known.containsKey(type + " " + property)) {
                throw new CannotApply(id + ": nothing is known here of " + type + " " + property
                        + "; apply it, or say in emulation.txt why it need not be");
            }
        });
    }

    /// What is not applied, and why.
    Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>(known);
        reasons.values().removeIf("applied"::equals);
        return reasons;
    }
}
