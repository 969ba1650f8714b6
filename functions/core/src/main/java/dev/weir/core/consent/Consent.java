package dev.weir.core.consent;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.ConsentDefaults;
import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Decides whether an event may be kept. The essential purpose needs no consent. Any other is allowed by the event's
/// own word, or, where it says nothing, by what holds in its region; a region that is not known means no.
///
/// Source: GDPR Article 6(1)(a) and ePrivacy Article 5(3) for opt-in regions.
public final class Consent {

    private final Catalog catalog;

    public Consent(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The event with the decision, or dropped for want of consent. Without consent an event may also be kept
    /// anonymous, where its product says so.
    public Outcome<ConsentedEvent> enforce(ValidEvent event) {
        Purpose purpose = event.policy().terms().purpose();
        Answer answer = answer(event, purpose);
        if (answer.allowed()) {
            return new Outcome.Passed<>(decided(event, answer.basis(), false));
        }
        return switch (defaults(event).withoutConsent(purpose)) {
            case DROP -> new Outcome.Dropped<>(new DropReason.NoConsent(purpose));
            case ANONYMISE -> new Outcome.Passed<>(decided(event, "anonymous", true));
        };
    }

    private ConsentedEvent decided(ValidEvent event, String basis, boolean anonymous) {
        Receipt.Decision decision = new Receipt.Decision(event.policy().terms().purpose(), basis);
        return new ConsentedEvent(
                event.policy(),
                event.header(),
                event.envelope(),
                new ConsentDecision(decision, tags(event), anonymous),
                event.properties());
    }

    private Set<String> tags(ValidEvent event) {
        Set<String> tags = new HashSet<>();
        for (Purpose purpose : defaults(event).tagged()) {
            if (!answer(event, purpose).allowed()) {
                tags.add("no_" + purpose.name());
            }
        }
        return tags;
    }

    private ConsentDefaults defaults(ValidEvent event) {
        return catalog.settings(event.policy().type()).consent();
    }

    private Answer answer(ValidEvent event, Purpose purpose) {
        if (purpose.equals(Purpose.ESSENTIAL)) {
            return new Answer(true, "essential");
        }
        Optional<Boolean> given = event.envelope().consent().given(purpose);
        if (given.isPresent()) {
            return new Answer(given.get(), "event");
        }
        ConsentDefaults defaults = defaults(event);
        Optional<String> region = defaults.regionField()
                .flatMap(field -> Optional.ofNullable(
                        event.envelope().surroundings().context().get(field)));
        return new Answer(defaults.allowsUndecided(region), "region_default");
    }

    private record Answer(boolean allowed, String basis) {}
}
