package dev.weir.core.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EventPolicy;
import dev.weir.core.consent.StoredConsent;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.privacy.StoredProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/// Judges events that were admitted before by what holds today, as far as a stored event allows: the catalog, consent,
/// and how long events are kept. Of then and today the stricter counts. An event that passed yesterday may not pass
/// today; one that was turned away then is not here.
public final class Readmission {

    private final Catalog catalog;

    public Readmission(Catalog catalog) {
        this.catalog = catalog;
    }

    /// What becomes of an event.
    public sealed interface Judgement {

        /// It may be kept, in this form.
        record Kept(StoredEvent event) implements Judgement {}

        /// It may not.
        record LeftOut(Reason reason) implements Judgement {}
    }

    /// Why an event is left out.
    public enum Reason {
        /// The catalog has no such product, event or version any more.
        UNKNOWN_EVENT,
        /// The credential's source may not send it any more.
        SOURCE_NOT_ALLOWED,
        /// It does not fit its schema any more, in a way that what privacy takes out cannot explain.
        INVALID,
        /// Its purpose is another now, or needs a consent that nobody gave.
        NO_CONSENT,
        /// It would have to be gone by now.
        EXPIRED;

        /// The reason in reports: lower case, stable.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The judgement of today.
    public Judgement judge(StoredEvent event, LocalDate today) {
        Optional<EventPolicy> policy = policy(event);
        if (policy.isEmpty()) {
            return new Judgement.LeftOut(Reason.UNKNOWN_EVENT);
        }
        if (!policy.get().sources().contains(event.header().origin().source())) {
            return new Judgement.LeftOut(Reason.SOURCE_NOT_ALLOWED);
        }
        StoredReceipt.Kept kept = kept(event, policy.get());
        if (!kept.expires().isAfter(today)) {
            return new Judgement.LeftOut(Reason.EXPIRED);
        }
        return judge(event, policy.get(), kept);
    }

    private Judgement judge(StoredEvent event, EventPolicy policy, StoredReceipt.Kept kept) {
        StoredConsent consent = new StoredConsent(
                catalog.settings(policy.type()).consent(),
                event.receipt().policy().equals(catalog.policy()));
        Optional<SortedSet<String>> tags = consent.tags(event, policy.terms().purpose());
        if (tags.isEmpty()) {
            return new Judgement.LeftOut(Reason.NO_CONSENT);
        }
        StoredProperties stripper = new StoredProperties(policy.properties(), consent.treatment(event));
        ObjectNode properties = stripper.strip(event.properties());
        if (!new StoredShape(policy, event.receipt().redactions()).fits(properties)) {
            return new Judgement.LeftOut(Reason.INVALID);
        }
        int redactions = event.receipt().redactions() + stripper.removed();
        StoredReceipt receipt = new StoredReceipt(
                decision(event, policy.terms().purpose()), tags.get(), redactions, kept, catalog.policy());
        return new Judgement.Kept(
                new StoredEvent(event.header(), event.identities(), event.context(), receipt, properties));
    }

    private Optional<EventPolicy> policy(StoredEvent event) {
        return catalog.product(event.header().type().product())
                .flatMap(product -> product.version(
                        event.header().type().name(), event.header().type().version()));
    }

    private static Receipt.Decision decision(StoredEvent event, Purpose purpose) {
        Receipt.Decision before = event.receipt().decision();
        if (before.purpose().equals(purpose)) {
            return before;
        }
        return new Receipt.Decision(purpose, purpose.equals(Purpose.ESSENTIAL) ? "essential" : "region_default");
    }

    private static StoredReceipt.Kept kept(StoredEvent event, EventPolicy policy) {
        Instant received = event.header().timing().receivedAt();
        LocalDate expires = LocalDate.ofInstant(received, ZoneOffset.UTC)
                .plus(policy.terms().retention().keep());
        StoredReceipt.Kept before = event.receipt().kept();
        return expires.isBefore(before.expires())
                ? new StoredReceipt.Kept(policy.terms().retention().name(), expires)
                : before;
    }
}
