package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.consent.ConsentedEvent;
import dev.weir.core.event.Envelope;
import dev.weir.core.event.RawIdentities;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes personal data out of an event: properties that the catalog does not know or calls sensitive, keys that name
/// personal data, and values that look like it, at any depth. What an identifier is, the catalog says; those stay
/// for pseudonymisation.
public final class Pii {

    private final Catalog catalog;

    public Pii(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The event without it, and where it was. The event that went in is left as it is.
    public StrippedEvent strip(ConsentedEvent event) {
        List<Redaction> redactions = new ArrayList<>();
        Envelope envelope = event.envelope();
        RawIdentities identities = envelope.identities();
        Set<String> forbidden = Set.of();
        if (event.consent().anonymous()) {
            forbidden = Set.copyOf(identities.byKind().values());
            identities = Anonymity.of(identities);
        }
        ObjectNode properties = new PropertyStripper(forbidden, event.consent().anonymous(), redactions)
                .strip(event.properties(), event.policy().properties(), envelope.propertiesAt());
        Surroundings surroundings = strip(envelope.surroundings(), redactions);
        return new StrippedEvent(
                event.policy(),
                event.header(),
                new Envelope(identities, envelope.consent(), surroundings, envelope.propertiesAt()),
                receipt(event, redactions),
                properties);
    }

    private Receipt receipt(ConsentedEvent event, List<Redaction> redactions) {
        return new Receipt(
                event.consent().decision(),
                new TreeSet<>(event.consent().tags()),
                redactions,
                event.policy().terms().retention(),
                catalog.policy());
    }

    private static Surroundings strip(Surroundings surroundings, List<Redaction> redactions) {
        Map<String, String> context = new TreeMap<>();
        surroundings.context().forEach((field, value) -> {
            List<Finding> findings = PiiScanner.scan(value);
            if (findings.isEmpty()) {
                context.put(field, value);
            } else {
                redactions.add(new Redaction("/" + field, findings.getFirst().kind(), Redaction.Action.REMOVED));
            }
        });
        return new Surroundings(context, surroundings.address());
    }
}
