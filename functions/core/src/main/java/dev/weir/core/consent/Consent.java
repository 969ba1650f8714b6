package dev.weir.core.consent;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.ConsentDefaults;
import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether an event may be kept. The essential purpose needs no consent. Any other is allowed by the event's
/// own word, or, where it says nothing, by what holds in its region; a region that is not known means no.
///
/// Source: GDPR Article 6(1)(a) and ePrivacy Article 5(3) for opt-in regions.
public final class Consent {

    /// Uses that an event can be kept without, and is tagged for.
    private static final List<Purpose> TAGGED = List.of(Purpose.PERSONALIZATION, Purpose.AD_TARGETING);

    private final Catalog catalog;

    public Consent(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The event with the decision, or dropped for want of consent.
    public Outcome<ConsentedEvent> enforce(ValidEvent event) {
        Purpose purpose = event.policy().terms().purpose();
        Answer answer = answer(event, purpose);
        if (!answer.allowed()) {
            return new Outcome.Dropped<>(new DropReason.NoConsent(purpose));
        }
        ConsentDecision decision = new ConsentDecision(new Receipt.Decision(purpose, answer.basis()), tags(event));
        return new Outcome.Passed<>(
                new ConsentedEvent(event.policy(), event.header(), event.envelope(), decision, event.properties()));
    }

    private Set<String> tags(ValidEvent event) {
        Set<String> tags = new HashSet<>();
        for (Purpose purpose : TAGGED) {
            if (!answer(event, purpose).allowed()) {
                tags.add("no_" + purpose.name());
            }
        }
        return tags;
    }

    private Answer answer(ValidEvent event, Purpose purpose) {
        if (purpose.equals(Purpose.ESSENTIAL)) {
            return new Answer(true, "essential");
        }
        Optional<Boolean> given = event.envelope().consent().given(purpose);
        if (given.isPresent()) {
            return new Answer(given.get(), "event");
        }
        ConsentDefaults defaults = catalog.settings(event.policy().type()).consent();
        Optional<String> region =
                Optional.ofNullable(event.envelope().surroundings().context().get(defaults.regionField()));
        return new Answer(defaults.allowsUndecided(region), "region_default");
    }

    private record Answer(boolean allowed, String basis) {}
}
