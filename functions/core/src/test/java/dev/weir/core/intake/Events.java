package dev.weir.core.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.Credential;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import java.time.Instant;
import java.util.Locale;

/// Events of the test catalog's product, and who sends them.
public final class Events {

    public static final Instant NOW = Instant.parse("2026-02-08T14:30:00Z");

    private final ObjectNode json;

    private Events(ObjectNode json) {
        this.json = json;
    }

    public static Events itemViewed() {
        return new Events((ObjectNode) parse("""
                {"event_id": "e-1", "event_name": "item.viewed", "client_timestamp": "2026-02-08T14:29:59.5Z",
                 "session_id": "session-4711", "user_id": "user-0815", "platform": "web", "market": "GB",
                 "consent": {"analytics": true, "personalization": true, "ad_targeting": true},
                 "properties": {"item_id": "item-1"}}"""));
    }

    public static Events loginChecked() {
        return itemViewed().with("event_name", "\"login.checked\"").with("properties", "{\"outcome\": \"ok\"}");
    }

    /// Sets a field of the envelope to a JSON text.
    public Events with(String field, String value) {
        json.set(field, parse(value));
        return this;
    }

    public Events without(String field) {
        json.remove(field);
        return this;
    }

    /// Sets a property to a JSON text.
    public Events property(String name, String value) {
        ((ObjectNode) json.get("properties")).set(name, parse(value));
        return this;
    }

    public RawEvent raw() {
        return new RawEvent(json, 0);
    }

    public static Sender sender(Source source) {
        return sender(source, "203.0.113.77");
    }

    public static Sender sender(Source source, String address) {
        Credential credential = new Credential("shop", source.name().toLowerCase(Locale.ROOT) + "-tenant", source);
        return new Sender(credential, new Arrival("batch-1", NOW, ClientAddress.of(address)));
    }

    public static JsonNode parse(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
