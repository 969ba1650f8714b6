package dev.weir.core.consent;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.ConsentDefaults;
import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Surroundings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether an event may be kept, and in what form. Each purpose is decided by the rules of [Rule]. The event's
/// own purpose decides whether it is kept; the others, with what it is tagged.
///
/// The region is what the event or its credential says, else the country of the address.
public final class Consent {

    /// The tag of events of children's profiles.
    public static final String KIDS = "kids";

    private final Catalog catalog;

    public Consent(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The event with the decision, or dropped for want of consent. Without consent an event may also be kept
    /// anonymous, where its product says so.
    ///
    /// Of somebody who has asked for restriction nothing is kept in any form, the essential included.
    public Outcome<ConsentedEvent> enforce(ValidEvent event) {
        if (event.envelope().wishes().objection().isRestriction()) {
            return new Outcome.Dropped<>(new DropReason.Restricted());
        }
        Purpose purpose = event.policy().terms().purpose();
        Receipt.Answer answer = answer(event, purpose);
        if (answer.allowed()) {
            return new Outcome.Passed<>(decided(event, answer.by(), ConsentDecision.Treatment.PSEUDONYMOUS));
        }
        return switch (defaults(event).withoutConsent(purpose)) {
            case DROP -> new Outcome.Dropped<>(new DropReason.NoConsent(purpose));
            case ANONYMISE -> new Outcome.Passed<>(decided(event, "anonymous", ConsentDecision.Treatment.ANONYMOUS));
        };
    }

    private ConsentedEvent decided(ValidEvent event, String basis, ConsentDecision.Treatment treatment) {
        List<Receipt.Answer> answers = answers(event);
        Receipt.Decision decision = new Receipt.Decision(event.policy().terms().purpose(), basis, answers);
        boolean kids = event.envelope().wishes().kids();
        return new ConsentedEvent(
                event.policy(),
                event.header(),
                event.envelope(),
                new ConsentDecision(decision, tags(event, answers), kids ? ConsentDecision.Treatment.KIDS : treatment),
                event.properties());
    }

    /// The event's own purpose first, then those that it would be tagged for.
    private List<Receipt.Answer> answers(ValidEvent event) {
        Purpose own = event.policy().terms().purpose();
        List<Receipt.Answer> answers = new ArrayList<>();
        answers.add(answer(event, own));
        defaults(event).tagged().stream()
                .filter(purpose -> !purpose.equals(own))
                .sorted(Comparator.comparing(Purpose::name))
                .forEach(purpose -> answers.add(answer(event, purpose)));
        return answers;
    }

    private Set<String> tags(ValidEvent event, List<Receipt.Answer> answers) {
        Set<Purpose> tagged = defaults(event).tagged();
        Set<String> tags = new HashSet<>();
        for (Receipt.Answer answer : answers) {
            if (!answer.allowed() && tagged.contains(answer.purpose())) {
                tags.add(tag(answer.purpose()));
            }
        }
        if (event.envelope().wishes().kids()) {
            tags.addAll(Set.of(KIDS, tag(Purpose.PERSONALIZATION), tag(Purpose.AD_TARGETING)));
        }
        return tags;
    }

    static String tag(Purpose purpose) {
        return "no_" + purpose.name();
    }

    private Receipt.Answer answer(ValidEvent event, Purpose purpose) {
        ConsentDefaults defaults = defaults(event);
        return Rule.decide(
                purpose, event.envelope().wishes(), region(event.envelope().surroundings(), defaults), defaults);
    }

    private static Optional<String> region(Surroundings surroundings, ConsentDefaults defaults) {
        return defaults.regionField()
                .flatMap(field -> Optional.ofNullable(surroundings.context().get(field)))
                .or(surroundings.traits()::country);
    }

    private ConsentDefaults defaults(ValidEvent event) {
        return catalog.settings(event.policy().type()).consent();
    }
}
