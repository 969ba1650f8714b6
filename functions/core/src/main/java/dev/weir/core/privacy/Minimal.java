package dev.weir.core.privacy;

import dev.weir.core.event.Redaction;
import dev.weir.core.event.Surroundings;
import dev.weir.core.event.Traits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where an event of a child's profile happened, as far as it may be known: the country and what many devices share.
/// Its network, its language and time zone, versions, and ids of requests and traces are not kept.
final class Minimal {

    private static final Set<String> KEPT = Set.of(
            "platform",
            "device_type",
            "app_version",
            "market",
            Traits.COUNTRY,
            "connection_type",
            "environment",
            "origin",
            "service");

    private Minimal() {}

    static Surroundings of(Surroundings surroundings, List<Redaction> redactions) {
        Map<String, String> context = new HashMap<>();
        surroundings.context().forEach((field, value) -> {
            if (KEPT.contains(field)) {
                context.put(field, value);
            } else {
                redactions.add(new Redaction("/" + field, "kids", Redaction.Action.REMOVED));
            }
        });
        Map<String, String> traits = new HashMap<>(surroundings.traits().context());
        traits.keySet().retainAll(KEPT);
        return new Surroundings(context, null, new Traits(traits));
    }
}
