package dev.weir.core.consent;

import dev.weir.core.catalog.ConsentDefaults;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.Traits;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Decides again about an event that was decided before, with what is left of the decision: the purpose and the basis
/// of
/// then, and the uses that were ruled out. What cannot be told from that counts as a no.
///
/// @param defaults of the event's product, today
/// @param unchanged whether the catalog is the one that decided before
public record StoredConsent(ConsentDefaults defaults, boolean unchanged) {

    private static final String ANONYMOUS = "anonymous";
    private static final Set<String> SAID = Set.of("claims", "event");
    private static final Set<Purpose> NEVER_FOR_KIDS = Set.of(Purpose.PERSONALIZATION, Purpose.AD_TARGETING);

    /// The uses that are ruled out today; empty if the event may not be kept.
    ///
    /// @param purpose what the event is collected for today
    public Optional<SortedSet<String>> tags(StoredEvent event, Purpose purpose) {
        if (!isAllowed(event, purpose)) {
            return Optional.empty();
        }
        SortedSet<String> tags = new TreeSet<>(event.receipt().tags());
        defaults.tagged().stream()
                .filter(other -> !other.equals(purpose) && !unchanged && !isUndecidedAllowed(event))
                .forEach(other -> tags.add(Consent.tag(other)));
        return Optional.of(tags);
    }

    /// How much of the person the event was kept with.
    public ConsentDecision.Treatment treatment(StoredEvent event) {
        if (event.receipt().tags().contains(Consent.KIDS)) {
            return ConsentDecision.Treatment.KIDS;
        }
        return basis(event).equals(ANONYMOUS)
                ? ConsentDecision.Treatment.ANONYMOUS
                : ConsentDecision.Treatment.PSEUDONYMOUS;
    }

    private boolean isAllowed(StoredEvent event, Purpose purpose) {
        SortedSet<String> tags = event.receipt().tags();
        if (purpose.equals(Purpose.ESSENTIAL)) {
            return true;
        }
        if (tags.contains(Consent.tag(purpose)) || (tags.contains(Consent.KIDS) && NEVER_FOR_KIDS.contains(purpose))) {
            return false;
        }
        boolean samePurpose = event.receipt().decision().purpose().equals(purpose);
        if (samePurpose && basis(event).equals(ANONYMOUS)) {
            return defaults.withoutConsent(purpose) == ConsentDefaults.Effect.ANONYMISE;
        }
        return (samePurpose && SAID.contains(basis(event))) || isUndecidedAllowed(event);
    }

    private boolean isUndecidedAllowed(StoredEvent event) {
        return defaults.allowsUndecided(defaults.regionField()
                .flatMap(field -> Optional.ofNullable(event.context().get(field)))
                .or(() -> Optional.ofNullable(event.context().get(Traits.COUNTRY))));
    }

    private static String basis(StoredEvent event) {
        return event.receipt().decision().basis();
    }
}
