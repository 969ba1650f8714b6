package dev.weir.privacy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EventPolicy;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.event.PrivacyClass;
import java.util.Map;
import java.util.function.Predicate;

/// Which events of a product may hold pseudonyms that are in none of their identities: those with a property of class
/// `identifier`, in any version, and those that the catalog does not know. In others, a pseudonym in the properties is
/// one
/// of the identities again.
record NamedEvents(Catalog catalog, String product) implements Predicate<String> {

    @Override
    public boolean test(String event) {
        var versions = catalog.product(product).map(known -> known.events().get(event));
        return versions.isEmpty() || versions.get().values().stream().anyMatch(NamedEvents::hasIdentifier);
    }

    private static boolean hasIdentifier(EventPolicy policy) {
        return hasIdentifier(policy.properties());
    }

    private static boolean hasIdentifier(Map<String, PropertyPolicy> properties) {
        return properties.values().stream()
                .anyMatch(property -> property.privacy() == PrivacyClass.IDENTIFIER
                        || (property.members() instanceof PropertyPolicy.Members.Declared(var members)
                                && hasIdentifier(members)));
    }
}
