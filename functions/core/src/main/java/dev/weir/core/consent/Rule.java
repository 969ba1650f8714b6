package dev.weir.core.consent;

import dev.weir.core.catalog.ConsentDefaults;
import dev.weir.core.event.ConsentSignals;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Wishes;
import java.util.Optional;
import java.util.Set;

/// What decides about a purpose, in this order: the first rule that applies does. Every no comes before every yes, so
/// the most restrictive input wins; among those that say the same, the better proven one is named.
///
/// Source: GDPR Article 6(1)(a), Article 7(3) and ePrivacy Article 5(3) for consent and its withdrawal; Article 21(1)
/// for objections by request, Article 21(5) for those by automated means.
public enum Rule {
    ESSENTIAL("essential", true, "the purpose is `essential`"),
    KIDS("kids", false, "the profile is a child's, and the purpose is `personalization` or `ad_targeting`"),
    OBJECTED("objection", false, "the person has objected to it by a privacy request"),
    CLAIMS_NO("claims", false, "the credential says no"),
    EVENT_NO("event", false, "the event says no"),
    SIGNAL("gpc", false, "the request has `Sec-GPC: 1` or `DNT: 1`, and the product lets that cover the purpose"),
    CLAIMS_YES("claims", true, "the credential says yes"),
    EVENT_YES("event", true, "the event says yes"),
    OPT_OUT("region_default", true, "nobody has said anything, and the region is one of the product's `opt_out`"),
    OPT_IN("region_default", false, "nobody has said anything, and the region is another one, or not known");

    /// Never for children, whatever the consent says (document 002 §8.5).
    private static final Set<Purpose> NEVER_FOR_KIDS = Set.of(Purpose.PERSONALIZATION, Purpose.AD_TARGETING);

    private final String by;
    private final boolean allows;
    private final String condition;

    Rule(String by, boolean allows, String condition) {
        this.by = by;
        this.allows = allows;
        this.condition = condition;
    }

    /// What is decided about a purpose.
    ///
    /// @param region ISO 3166-1 alpha-2; absent where it is not known
    public static Receipt.Answer decide(
            Purpose purpose, Wishes wishes, Optional<String> region, ConsentDefaults defaults) {
        for (Rule rule : values()) {
            if (rule.applies(purpose, wishes, region, defaults)) {
                return new Receipt.Answer(purpose, rule.allows, rule.by);
            }
        }
        throw new IllegalStateException("the last rule applies to whatever is left");
    }

    private boolean applies(Purpose purpose, Wishes wishes, Optional<String> region, ConsentDefaults defaults) {
        return switch (this) {
            case ESSENTIAL -> purpose.equals(Purpose.ESSENTIAL);
            case KIDS -> wishes.kids() && NEVER_FOR_KIDS.contains(purpose);
            case OBJECTED -> wishes.objection().covers(purpose);
            case CLAIMS_NO -> says(wishes.claimed(), purpose, false);
            case EVENT_NO -> says(wishes.said(), purpose, false);
            case SIGNAL -> wishes.objects() && defaults.objectionCovers(purpose);
            case CLAIMS_YES -> says(wishes.claimed(), purpose, true);
            case EVENT_YES -> says(wishes.said(), purpose, true);
            case OPT_OUT -> defaults.allowsUndecided(region);
            case OPT_IN -> true;
        };
    }

    private static boolean says(ConsentSignals signals, Purpose purpose, boolean answer) {
        return signals.given(purpose).filter(given -> given == answer).isPresent();
    }

    /// What receipts call it.
    public String by() {
        return by;
    }

    /// Whether the purpose is allowed where it applies.
    public boolean allows() {
        return allows;
    }

    /// When it applies, for people.
    public String condition() {
        return condition;
    }
}
