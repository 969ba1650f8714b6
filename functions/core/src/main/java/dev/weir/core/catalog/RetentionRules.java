package dev.weir.core.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How long a product's events are kept, and how long they lead to somebody. What counts is the day on which
/// the servers received an event, UTC. A period is over at the start of the day that is so many days later:
/// what came on 1 January and is kept for 30 days is there on 30 January, and gone on the 31st.
///
/// @param classes the product's retention classes
/// @param identities how long pseudonyms stay; not shorter than a class, where nothing outlives them
public record RetentionRules(Map<String, Period> classes, Period identities) {

    /// How long the raw layer is kept at most, whatever the event (document 002, §4.4).
    public static final Period BRONZE = Period.ofDays(90);

    /// @throws IllegalArgumentException if there is no class, or a period is none of at least a day
    public RetentionRules {
        classes = Map.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("a product has at least one retention class");
        }
        classes.values().forEach(RetentionRules::requireDays);
        requireDays(identities);
    }

    /// Rules of a product that says nothing of identities: they stay as long as what they are in.
    public static RetentionRules of(Map<String, Period> classes) {
        return new RetentionRules(
                classes,
                classes.values().stream()
                        .max(Comparator.comparing(LocalDate.EPOCH::plus))
                        .orElse(BRONZE));
    }

    private static void requireDays(Period period) {
        if (period.isZero() || period.isNegative() || period.toTotalMonths() != 0) {
            throw new IllegalArgumentException("a retention period is a number of days, from 1");
        }
    }

    public boolean knows(String label) {
        return classes.containsKey(label);
    }

    /// Whether events of a class that came on a day must be gone.
    ///
    /// @throws IllegalArgumentException if the product has no such class
    public boolean hasExpired(String label, LocalDate received, LocalDate today) {
        Period keep = classes.get(label);
        if (keep == null) {
            throw new IllegalArgumentException("the product has no such retention class");
        }
        return isOver(received, keep, today);
    }

    /// The classes of which the events of a day must be gone.
    public Set<String> expired(LocalDate received, LocalDate today) {
        Set<String> expired = new TreeSet<>();
        new TreeMap<>(classes).forEach((label, keep) -> {
            if (isOver(received, keep, today)) {
                expired.add(label);
            }
        });
        return expired;
    }

    /// Whether all events of a day must be gone, whatever their class.
    public boolean haveAllExpired(LocalDate received, LocalDate today) {
        return classes.values().stream().allMatch(keep -> isOver(received, keep, today));
    }

    /// Whether bronze of a day must be gone. It leads to people, so it goes before they do.
    public boolean hasBronzeExpired(LocalDate received, LocalDate today) {
        return isOver(received, BRONZE, today) || haveIdentitiesExpired(received, today);
    }

    /// Whether what is left of a day must lead to nobody.
    public boolean haveIdentitiesExpired(LocalDate received, LocalDate today) {
        return isOver(received, identities, today);
    }

    private static boolean isOver(LocalDate received, Period keep, LocalDate today) {
        return !today.isBefore(received.plus(keep));
    }
}
