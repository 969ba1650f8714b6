package dev.weir.privacy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.core.event.EventType;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Origin;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.event.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Stored events of people who are numbers.
final class People {

    static final String PRODUCT = "ott-streaming";
    static final String TENANT = "acme";

    private People() {}

    static Pseudonym name(int person) {
        return new Pseudonym(0x0123456789abcdefL + person, person);
    }

    static StoredEvent event(int person, String id, String received) {
        return event(person, id, received, "analytics");
    }

    static StoredEvent event(int person, String id, String received, String purpose) {
        return new StoredEvent(
                new Header(
                        id,
                        new EventType(PRODUCT, "playback.started", 1),
                        new Origin(TENANT, Source.CLIENT, "batch", 0),
                        new Timing(Instant.parse(received), null, false)),
                new Identities(Map.of(IdentityKind.USER, name(person)), 1),
                new TreeMap<>(),
                new StoredReceipt(
                        new Receipt.Decision(new Purpose(purpose), "event"),
                        new TreeSet<>(),
                        0,
                        new StoredReceipt.Kept("standard", LocalDate.parse("2027-02-08")),
                        "policy"),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("content_id", "c, \"1\"")
                        .put("content_type", "vod"));
    }
}
