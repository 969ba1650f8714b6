package dev.weir.lake;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.catalog.Product;
import dev.weir.core.catalog.SilverColumns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the catalog lets a lake have.
///
/// @param products by name
public record ExpectedLake(List<EnvelopeField> envelope, SilverColumns silver, Map<String, Events> products) {

    public ExpectedLake {
        envelope = List.copyOf(envelope);
        products = Map.copyOf(products);
    }

    /// What a product may have.
    ///
    /// @param names of its events
    /// @param retentions classes that they are kept under
    public record Events(Set<String> names, Set<String> retentions) {

        public Events {
            names = Set.copyOf(names);
            retentions = Set.copyOf(retentions);
        }
    }

    /// By a catalog, and the columns that were compiled with it.
    public static ExpectedLake of(Catalog catalog, SilverColumns silver) {
        Map<String, Events> products = catalog.products().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, product -> events(product.getValue())));
        return new ExpectedLake(catalog.envelope(), silver, products);
    }

    private static Events events(Product product) {
        Set<String> retentions = product.events().values().stream()
                .flatMap(versions -> versions.values().stream())
                .map(policy -> policy.terms().retention().name())
                .collect(Collectors.toSet());
        return new Events(product.events().keySet(), retentions);
    }
}
