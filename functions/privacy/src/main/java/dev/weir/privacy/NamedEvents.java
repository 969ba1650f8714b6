package dev.weir.privacy;

import dev.weir.core.catalog.Catalog;
import java.util.function.Predicate;

/// Which events of a product may hold pseudonyms that are in none of their identities. Of a product that the
/// catalog does not know, all may.
record NamedEvents(Catalog catalog, String product) implements Predicate<String> {

    @Override
    public boolean test(String event) {
        return catalog.product(product).map(known -> known.mayNameOthers(event)).orElse(true);
    }
}
