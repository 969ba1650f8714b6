package dev.weir.core.event;

import java.util.HashSet;
import java.util.Set;

/// What somebody has objected to by a privacy request, and not taken back.
///
/// Source: GDPR Article 21 for objections, Article 18 for restriction.
///
/// @param reach how far it goes
/// @param purposes those it is about, where it is about some; none otherwise
public record Objection(Reach reach, Set<Purpose> purposes) {

    /// How far an objection goes, the least first.
    public enum Reach {
        SOME_PURPOSES,
        /// Every purpose but the essential one, those that a product has later too.
        ALL_PURPOSES,
        /// Nothing may be processed, whatever it is for.
        EVERYTHING
    }

    /// Of somebody who has not objected.
    public static final Objection NONE = new Objection(Reach.SOME_PURPOSES, Set.of());

    public static final Objection ALL_PURPOSES = new Objection(Reach.ALL_PURPOSES, Set.of());
    public static final Objection EVERYTHING = new Objection(Reach.EVERYTHING, Set.of());

    public Objection {
        purposes = reach == Reach.SOME_PURPOSES ? Set.copyOf(purposes) : Set.of();
    }

    public boolean isRestriction() {
        return reach == Reach.EVERYTHING;
    }

    /// Whether the purpose is refused.
    public boolean covers(Purpose purpose) {
        return switch (reach) {
            case SOME_PURPOSES -> purposes.contains(purpose);
            case ALL_PURPOSES -> !purpose.equals(Purpose.ESSENTIAL);
            case EVERYTHING -> true;
        };
    }

    /// Both of them: whatever one of them refuses is refused.
    public Objection and(Objection other) {
        if (reach != other.reach) {
            return reach.compareTo(other.reach) > 0 ? this : other;
        }
        Set<Purpose> both = new HashSet<>(purposes);
        both.addAll(other.purposes);
        return new Objection(reach, both);
    }

    @Override
    public String toString() {
        return "Objection[redacted]";
    }
}
