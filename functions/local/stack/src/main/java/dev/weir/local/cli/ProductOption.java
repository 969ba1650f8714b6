package dev.weir.local.cli;

import dev.weir.core.catalog.Catalog;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Of which products, for commands that are of all of them unless somebody says otherwise.
final class ProductOption {

    @Option(names = "--product", paramLabel = "P", description = "This product only.")
    private @Nullable String product;

    List<String> products() throws CannotDo {
        if (product == null) {
            return List.copyOf(Catalog.load().productNames());
        }
        requireKnown(product);
        return List.of(product);
    }

    static void requireKnown(String product) throws CannotDo {
        SortedSet<String> known = Catalog.load().productNames();
        if (!known.contains(product)) {
            throw new CannotDo("there is no product " + product + "; there are " + known);
        }
    }
}
