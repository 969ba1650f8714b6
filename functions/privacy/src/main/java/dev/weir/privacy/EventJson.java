package dev.weir.privacy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.Pseudonym;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An event as it is handed out: the stored fields by name, times and days as text of ISO 8601, pseudonyms as hex, and
/// the properties as they were sent.
final class EventJson {

    /// What Weir has added or noted, and nobody has provided.
    private static final Set<String> OURS = Set.of(
            "tenant",
            "batch_id",
            "batch_index",
            "client_timestamp_reliable",
            "subject",
            "key_version",
            "purpose",
            "consent_basis",
            "tags",
            "redactions",
            "retention",
            "expires_on",
            "policy",
            "ip_prefix",
            "country",
            "geo_region",
            "device_class",
            "os_family",
            "browser_family",
            "subscription_tier",
            "content_genre",
            "content_title_type");

    private EventJson() {}

    /// All that is stored of an event.
    static ObjectNode whole(FlatEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Object> field : event.fields().entrySet()) {
            put(json, field.getKey(), field.getValue());
        }
        json.set("properties", event.properties());
        return json;
    }

    /// What the person has provided of an event; nothing, if a backend has sent it.
    ///
    /// Source: GDPR Article 20(1), and WP 242 rev.01 of the Article 29 Working Party: what is observed of the use
    /// of a service is provided, what is derived from it is not.
    static Optional<ObjectNode> provided(FlatEvent event) {
        return "client".equals(event.fields().get("source"))
                ? Optional.of(whole(event).remove(OURS))
                : Optional.empty();
    }

    private static void put(ObjectNode json, String name, Object value) {
        switch (value) {
            case Integer number -> json.put(name, number);
            case Boolean flag -> json.put(name, flag);
            case Pseudonym pseudonym -> json.put(name, pseudonym.hex());
            case List<?> list -> {
                ArrayNode array = json.putArray(name);
                list.forEach(text -> array.add(text.toString()));
            }
            default -> json.put(name, value.toString());
        }
    }
}
