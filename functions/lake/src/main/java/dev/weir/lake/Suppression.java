package dev.weir.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Pseudonym;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// Someone whose events are not to land any more, as far as they are on their way: they were received before an
/// erasure, and the stream still has them.
///
/// @param ends when nobody needs it any more, at the latest: some time after the stream has nothing of that time
public record Suppression(String product, Sought sought, Instant ends) {

    /// Whether a row is not to land.
    public boolean covers(BronzeRow row) {
        return row.partition().product().equals(product) && row.isOf(sought);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("product", product)
                .put("until", sought.until().toString())
                .put("ends", ends.toString());
        switch (sought) {
            case Sought.Person person ->
                new TreeSet<>(person.names())
                        .forEach(name -> json.withArrayProperty("names").add(name.hex()));
            case Sought.Tenant tenant -> json.put("tenant", tenant.tenant());
        }
        if (!sought.scope().isAll()) {
            sought.scope().into(json.putObject("scope"));
        }
        return json;
    }

    static Suppression of(JsonNode json) {
        Instant until = Instant.parse(json.required("until").asText());
        Instant ends = Instant.parse(json.required("ends").asText());
        String product = json.required("product").asText();
        EventScope scope = EventScope.of(json.path("scope"));
        if (json.has("tenant")) {
            return new Suppression(
                    product, new Sought.Tenant(json.path("tenant").asText(), until, scope), ends);
        }
        Set<Pseudonym> names = new TreeSet<>();
        json.required("names").forEach(name -> names.add(Pseudonym.ofHex(name.asText())));
        return new Suppression(product, new Sought.Person(names, until, scope), ends);
    }

    @Override
    public String toString() {
        return "Suppression[" + product + "]";
    }
}
