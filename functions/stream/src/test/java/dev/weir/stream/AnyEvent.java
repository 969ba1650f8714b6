package dev.weir.stream;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Every stored event that there can be, as far as chance goes: nulls, emoji, control characters, big numbers,
/// properties of 100 KB.
final class AnyEvent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AnyEvent() {}

    static Arbitrary<List<StoredEvent>> batches() {
        return events().list().ofMinSize(1).ofMaxSize(6);
    }

    static Arbitrary<StoredEvent> events() {
        return Combinators.combine(headers(), identities(), context(), receipts(), properties())
                .as(StoredEvent::new);
    }

    private static Arbitrary<Header> headers() {
        Arbitrary<EventType> types =
                Combinators.combine(text(), text(), Arbitraries.integers()).as(EventType::new);
        Arbitrary<Origin> origins = Combinators.combine(
                        text(), Arbitraries.of(Source.class), text(), Arbitraries.integers())
                .as(Origin::new);
        Arbitrary<Timing> timings = Combinators.combine(times(), times().injectNull(0.3), Arbitraries.of(true, false))
                .as(Timing::new);
        return Combinators.combine(text(), types, origins, timings).as(Header::new);
    }

    private static Arbitrary<Identities> identities() {
        Arbitrary<Map<IdentityKind, Pseudonym>> byKind =
                Arbitraries.maps(Arbitraries.of(IdentityKind.class), pseudonyms());
        return Combinators.combine(byKind, Arbitraries.integers().greaterOrEqual(1))
                .as(Identities::new);
    }

    private static Arbitrary<Pseudonym> pseudonyms() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(Pseudonym::new);
    }

    private static Arbitrary<SortedMap<String, String>> context() {
        Arbitrary<String> fields = Arbitraries.of("platform", "app_version", "market", "ip_prefix", "country");
        return Arbitraries.maps(fields, text()).map(TreeMap::new);
    }

    private static Arbitrary<StoredReceipt> receipts() {
        Arbitrary<Receipt.Decision> decisions =
                Combinators.combine(text().map(Purpose::new), text()).as(Receipt.Decision::new);
        Arbitrary<StoredReceipt.Kept> kept = Combinators.combine(text(), days()).as(StoredReceipt.Kept::new);
        return Combinators.combine(decisions, text().set().ofMaxSize(4), Arbitraries.integers(), kept, text())
                .as((decision, tags, redactions, keep, policy) ->
                        new StoredReceipt(decision, new TreeSet<>(tags), redactions, keep, policy));
    }

    private static Arbitrary<ObjectNode> properties() {
        return Arbitraries.maps(text(), values())
                .ofMaxSize(8)
                .map(properties -> JSON.objectNode().<ObjectNode>setAll(properties));
    }

    private static Arbitrary<JsonNode> values() {
        return Arbitraries.lazyOf(
                () -> text().map(JSON::textNode),
                () -> Arbitraries.just(JSON.nullNode()),
                () -> Arbitraries.of(true, false).map(JSON::booleanNode),
                () -> Arbitraries.integers().map(JSON::numberNode),
                () -> Arbitraries.of(BigInteger.TWO.pow(90)).map(JSON::numberNode),
                () -> Arbitraries.of("1.10", "-0.00", "1E+400", "0.1234567890123456789")
                        .map(digits -> JSON.numberNode(new BigDecimal(digits))),
                () -> Arbitraries.integers().between(0, 100_000).map(size -> JSON.textNode("é".repeat(size / 2))),
                () -> values().list()
                        .ofMaxSize(3)
                        .map(values -> JSON.arrayNode().addAll(values)),
                () -> values().map(value -> JSON.objectNode().set("nested", value)));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of("a", "Z", "0", " ", "é", "漢", "😀", "👩‍👩‍👧", "\"", "\\", "\u0000", "\n", "\u2028", "￿")
                .list()
                .ofMaxSize(12)
                .map(letters -> String.join("", letters));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(-62_135_596_800_000L, 253_402_300_799_999L)
                .map(Instant::ofEpochMilli);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-719_162, 2_932_896).map(LocalDate::ofEpochDay);
    }
}
