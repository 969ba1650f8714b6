package dev.weir.core.catalog;

import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Purpose;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/// One product of the catalog: what it decides once, and its events.
public record Product(
        String name,
        Settings settings,
        RetentionRules retention,
        Map<String, NavigableMap<Integer, EventPolicy>> events) {

    public Product {
        events = Map.copyOf(events);
    }

    /// What a product decides once for all of its events.
    public record Settings(
            Dialect dialect,
            Limits limits,
            ConsentDefaults consent,
            PiiPolicy pii,
            List<CounterRule> counters,
            List<LookupRule> lookups) {

        public Settings {
            counters = List.copyOf(counters);
            lookups = List.copyOf(lookups);
        }
    }

    /// Every purpose of the product that a person can agree to or refuse: all but [Purpose#ESSENTIAL].
    public Set<Purpose> consentPurposes() {
        Set<Purpose> purposes = new HashSet<>(settings.consent().tagged());
        purposes.addAll(settings.consent().without().keySet());
        events.values().stream()
                .flatMap(versions -> versions.values().stream())
                .forEach(policy -> purposes.add(policy.terms().purpose()));
        purposes.remove(Purpose.ESSENTIAL);
        return Set.copyOf(purposes);
    }

    /// The versions of an event, oldest first; none where there is no such event.
    public Set<Integer> versions(String eventName) {
        NavigableMap<Integer, EventPolicy> versions = events.get(eventName);
        return versions == null ? Set.of() : versions.navigableKeySet();
    }

    /// The newest version of an event.
    public Optional<EventPolicy> latest(String eventName) {
        return Optional.ofNullable(events.get(eventName))
                .map(versions -> versions.lastEntry().getValue());
    }

    /// One version of an event.
    public Optional<EventPolicy> version(String eventName, int version) {
        return Optional.ofNullable(events.get(eventName)).map(versions -> versions.get(version));
    }

    /// Whether events of a name may have pseudonyms in their properties that are none of their identities: those
    /// with a property of class `identifier`, in any version, and those that the catalog does not know. In
    /// others, a pseudonym in the properties is one of the identities again.
    public boolean mayNameOthers(String eventName) {
        NavigableMap<Integer, EventPolicy> versions = events.get(eventName);
        return versions == null || versions.values().stream().anyMatch(policy -> hasIdentifier(policy.properties()));
    }

    private static boolean hasIdentifier(Map<String, PropertyPolicy> properties) {
        return properties.values().stream()
                .anyMatch(property -> property.privacy() == PrivacyClass.IDENTIFIER
                        || (property.members() instanceof PropertyPolicy.Members.Declared(var members)
                                && hasIdentifier(members)));
    }

    @Override
    public String toString() {
        return "Product[" + name + ", " + events.size() + " events]";
    }
}
