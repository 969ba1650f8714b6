package dev.weir.collector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.core.event.EventType;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.Origin;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.Retention;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.event.Timing;
import dev.weir.core.intake.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Verdicts on events that were never sent.
final class Verdicts {

    private Verdicts() {}

    static Verdict.Accepted accepted(Redaction... redactions) {
        Receipt.Decision decision = new Receipt.Decision(
                Purpose.ANALYTICS,
                "event",
                List.of(
                        new Receipt.Answer(Purpose.ANALYTICS, true, "event"),
                        new Receipt.Answer(Purpose.AD_TARGETING, false, "gpc"),
                        new Receipt.Answer(Purpose.PERSONALIZATION, false, "claims")));
        SortedSet<String> tags = new TreeSet<>(List.of("no_personalization", "no_ad_targeting"));
        Receipt receipt = new Receipt(
                decision, tags, List.of(redactions), new Retention("standard", Period.ofDays(365)), "3f2a90b1c4d5");
        StoredReceipt stored = new StoredReceipt(
                decision,
                tags,
                redactions.length,
                new StoredReceipt.Kept("standard", LocalDate.of(2027, 2, 8)),
                "3f2a90b1c4d5");
        return new Verdict.Accepted(event(stored), receipt);
    }

    private static StoredEvent event(StoredReceipt receipt) {
        return new StoredEvent(
                new Header(
                        "evt-stored",
                        new EventType("shop", "cart.opened", 1),
                        new Origin("acme", Source.CLIENT, "batch-1", 0),
                        new Timing(Instant.parse("2026-02-08T14:03:27Z"), null, false)),
                new Identities(Map.of(), 1),
                new TreeMap<>(),
                receipt,
                JsonNodeFactory.instance.objectNode());
    }
}
