package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.consent.ConsentedEvent;
import dev.weir.core.event.Envelope;
import dev.weir.core.event.Header;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes personal data out of an event: properties that the catalog does not know or calls sensitive, keys that name
/// personal data, and values that look like it, at any depth. What an identifier is, the catalog says; those stay
/// for pseudonymisation. What becomes of a finding, its product says.
public final class Pii {

    private final Catalog catalog;
    private final Pseudonyms pseudonyms;
    private final PiiRules rules;

    /// @param pseudonyms for what is to be hashed
    public Pii(Catalog catalog, Pseudonyms pseudonyms) {
        this(catalog, pseudonyms, PiiRules.COMPLETE);
    }

    Pii(Catalog catalog, Pseudonyms pseudonyms, PiiRules rules) {
        this.catalog = catalog;
        this.pseudonyms = pseudonyms;
        this.rules = rules;
    }

    /// Whether a text that a sender gave may be shown in an answer: nothing personal is found in it.
    public static boolean mayShow(String text) {
        return PiiScanner.COMPLETE.scan(text, Meaning.PROSE).isEmpty();
    }

    /// The event without it, and where it was; or rejected, where its product wants that. The event that went in is
    /// left as it is.
    public Outcome<StrippedEvent> strip(ConsentedEvent event) {
        Ledger ledger = new Ledger();
        Envelope envelope = event.envelope();
        Anonymity anonymity = new Anonymity(event.consent().treatment(), envelope.identities());
        Treatment treatment = treatment(event, anonymity, ledger);
        ObjectNode properties = new PropertyStripper(rules, treatment, anonymity, new Trail(envelope.propertiesAt()))
                .strip(event.properties(), event.policy().properties());
        Surroundings coarse = anonymity.coarse(envelope.surroundings(), ledger);
        Surroundings surroundings = surroundings(coarse, treatment, anonymity);
        Header header = header(event, ledger);
        StrippedEvent stripped = new StrippedEvent(
                event.policy(),
                header,
                new Envelope(anonymity.identities(), envelope.wishes(), surroundings, envelope.propertiesAt()),
                receipt(event, ledger),
                properties);
        return ledger.violations().isEmpty()
                ? new Outcome.Passed<>(stripped)
                : new Outcome.Rejected<>(RejectReason.PERSONAL_DATA, ledger.violations());
    }

    private Treatment treatment(ConsentedEvent event, Anonymity anonymity, Ledger ledger) {
        Treatment.Hashing hashing = (kind, value) ->
                pseudonyms.names(event.header()).name(kind, value).hex();
        return new Treatment(
                rules.scanner(),
                catalog.settings(event.policy().type()).pii(),
                anonymity.isWanted() ? null : hashing,
                ledger);
    }

    private Receipt receipt(ConsentedEvent event, Ledger ledger) {
        return new Receipt(
                event.consent().decision(),
                new TreeSet<>(event.consent().tags()),
                ledger.redactions(),
                event.policy().terms().retention(),
                catalog.policy());
    }

    /// An event's id is needed to tell a retry, not to tell whose event it is: where it gives that away, a pseudonym of
    /// it does as well.
    private Header header(ConsentedEvent event, Ledger ledger) {
        Header header = event.header();
        String id = header.eventId();
        Occurrences ids = Occurrences.of(event.envelope().identities().byKind().values(), "");
        if (rules.scanner().scan(id).isEmpty() && ids.replacedParts(id).equals(id)) {
            return header;
        }
        ledger.note("/event_id", PrivacyClass.IDENTIFIER.label(), Redaction.Action.HASHED);
        String hashed = pseudonyms.names(header).name("event", id).hex();
        return new Header(hashed, header.type(), header.origin(), header.timing());
    }

    /// A context field is kept as it is, or not at all.
    private Surroundings surroundings(Surroundings surroundings, Treatment treatment, Anonymity anonymity) {
        Map<String, String> context = new TreeMap<>();
        surroundings.context().forEach((field, value) -> {
            List<Finding> findings = rules.scanner().scan(value, rules.meaning(field));
            if (!findings.isEmpty()) {
                treatment.removing("/" + field, findings.getFirst().kind());
            } else if (anonymity.maskedParts(value).equals(value)) {
                context.put(field, value);
            } else {
                treatment.ledger().note("/" + field, PrivacyClass.IDENTIFIER.label(), Redaction.Action.REMOVED);
            }
        });
        return new Surroundings(context, surroundings.address(), surroundings.traits());
    }
}
