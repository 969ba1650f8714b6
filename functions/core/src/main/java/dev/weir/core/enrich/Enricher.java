package dev.weir.core.enrich;

import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.privacy.PseudonymousEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/// Adds what the door knows, in the coarse form that may be kept, and forgets what it was learned from: the network
/// prefix for the address, the day on which the event must be gone.
public final class Enricher {

    /// The event as it is stored.
    public Enriched enrich(PseudonymousEvent event) {
        SortedMap<String, String> context = new TreeMap<>(event.surroundings().context());
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
