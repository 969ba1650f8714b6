package dev.weir.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Stored events for tests.
final class Events {

    static final Pseudonym SUBJECT = new Pseudonym(0x0123456789abcdefL, 0x7edcba9876543210L);
    static final String BATCH = "batch-7f3e";

    private static final Instant RECEIVED = Instant.parse("2026-02-08T14:03:27.512Z");

    private Events() {}

    static StoredEvent playbackStarted() {
        return playbackStarted(0, new Identities(Map.of(IdentityKind.USER, SUBJECT), 1));
    }

    static StoredEvent anonymous(int index) {
        return playbackStarted(index, new Identities(Map.of(), 1));
    }

    private static StoredEvent playbackStarted(int index, Identities identities) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("content_id", "movie-17").put("position_ms", 0).put("note", "Привет 👋🏽");
        return new StoredEvent(
                new Header(
                        "evt-" + index,
                        new EventType("ott-streaming", "playback.started", 1),
                        new Origin("ott", Source.CLIENT, BATCH, index),
                        new Timing(RECEIVED, RECEIVED.minusMillis(812), true)),
                identities,
                new TreeMap<>(Map.of("platform", "ios", "country", "DE")),
                new StoredReceipt(
                        new Receipt.Decision(Purpose.ANALYTICS, "consent in the event"),
                        new TreeSet<>(List.of("no_ad_targeting")),
                        2,
                        new StoredReceipt.Kept("standard", LocalDate.of(2027, 2, 8)),
                        "3f2a90b1c4d5"),
                properties);
    }

    /// An event whose properties take about this many bytes, compressed or not.
    static StoredEvent incompressible(int index, int bytes) {
        StoredEvent event = anonymous(index);
        Random random = new Random(index);
        StringBuilder noise = new StringBuilder();
        IntStream.range(0, bytes * 8 / 6).forEach(i -> noise.append((char) ('0' + random.nextInt(64))));
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("noise", noise.toString());
        return new StoredEvent(event.header(), event.identities(), event.context(), event.receipt(), properties);
    }
}
