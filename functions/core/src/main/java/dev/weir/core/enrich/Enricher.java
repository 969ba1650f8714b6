package dev.weir.core.enrich;

import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.privacy.PseudonymousEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Adds what the door knows, in the coarse form that may be kept, and forgets what it was learned from: the network
/// prefix for the address, the traits of the request where the event does not say itself, the day on which the event
/// must be gone. What the event is about is looked up in the product's tables.
public final class Enricher {

    private final LookupTables tables;

    public Enricher(LookupTables tables) {
        this.tables = tables;
    }

    /// The event as it is stored.
    public Enriched enrich(PseudonymousEvent event) {
        NavigableMap<String, String> context =
                new TreeMap<>(event.surroundings().context());
        event.surroundings().traits().context().forEach(context::putIfAbsent);
        context.putAll(tables.of(event.header().type().product(), event.properties()));
        ClientAddress address = event.surroundings().address();
        if (address != null) {
            context.put("ip_prefix", NetworkPrefix.of(address));
        }
        Receipt receipt = event.receipt();
        Instant receivedAt = event.header().timing().receivedAt();
        StoredEvent stored = new StoredEvent(
                event.header(), event.identities(), context, summary(receipt, receivedAt), event.properties());
        return new Enriched(stored, receipt);
    }

    private static StoredReceipt summary(Receipt receipt, Instant receivedAt) {
        LocalDate expires = LocalDate.ofInstant(receivedAt, ZoneOffset.UTC)
                .plus(receipt.retention().keep());
        return new StoredReceipt(
                receipt.decision(),
                receipt.tags(),
                receipt.redactions().size(),
                new StoredReceipt.Kept(receipt.retention().name(), expires),
                receipt.policy());
    }
}
