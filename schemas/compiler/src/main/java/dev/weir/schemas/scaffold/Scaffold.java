package dev.weir.schemas.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.schemas.compiler.CatalogCompiler;
import dev.weir.schemas.compiler.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes what an event or a product begins with. What is there already is never touched.
///
/// @param schemas the folder of schemas, which must compile
/// @param samples the folder of samples
public record Scaffold(Path schemas, Path samples) {

    private static final String EVENT = "[a-z0-9_]+(\\.[a-z0-9_]+)*";
    private static final String PRODUCT = "[a-z0-9-]{1,64}";

    /// Adds an event to a product: the first version of its schema, and samples that get their outcome.
    ///
    /// @return the files that were written
    /// @throws CannotScaffold if the product is not known, the event is there already or has no name that could
    ///     be one, its terms are not the product's, or the schemas are broken as they are
    public List<Path> event(NewEvent event) throws CannotScaffold, IOException {
        checkName(
                event.name(), EVENT, "an event", "lower case, digits and underscores, with dots between: cart.opened");
        ExistingProduct product = existing(event.product());
        checkNew(event, product);
        JsonNode form = product.form()
                .orElseThrow(() -> new CannotScaffold("events of " + event.product()
                        + " do not say their name, each has a form of its own; write a form into product.yaml, and the"
                        + " event, by hand"));
        Terms terms = product.terms(event);
        List<Path> written = new ArrayList<>(
                NewFile.writeAll(schemas, List.of(NewFile.json(EventFile.path(event), EventFile.of(event, terms)))));
        written.addAll(NewFile.writeAll(
                samples, new SampleFiles(event, terms, form).all(product.isAnonymised(terms.purpose()))));
        return written;
    }

    /// Adds a product: a `product.yaml` that explains itself, one event, and samples of it and of each of the product's
    /// rules.
    ///
    /// @return the files that were written
    /// @throws CannotScaffold if the product is there already or has no name that could be one, or the schemas are
    ///     broken as they are
    public List<Path> product(String name) throws CannotScaffold, IOException {
        checkName(name, PRODUCT, "a product", "lower case, digits and hyphens, such as corner-shop");
        catalog();
        free(schemas.resolve(name));
        free(samples.resolve(name));
        List<Path> written = new ArrayList<>(NewFile.writeAll(schemas, ProductFiles.schemas(name)));
        JsonNode form = existing(name).form().orElseThrow();
        written.addAll(NewFile.writeAll(samples, ProductFiles.samples(name, form)));
        return written;
    }

    private void checkNew(NewEvent event, ExistingProduct product) throws CannotScaffold {
        if (product.json().path("events").has(event.name())) {
            throw new CannotScaffold(event.product() + " has the event " + event.name()
                    + " already; a change that breaks its senders is a new version, 2.json beside 1.json");
        }
        free(schemas.resolve(event.product()).resolve("events").resolve(event.name()));
        free(samples.resolve(event.product()).resolve(event.name()));
    }

    private static void checkName(String name, String rule, String what, String remedy) throws CannotScaffold {
        if (!name.matches(rule)) {
            throw new CannotScaffold("'" + name + "' is not a name for " + what + "; use " + remedy);
        }
    }

    private ExistingProduct existing(String name) throws CannotScaffold {
        JsonNode products = catalog().path("products");
        if (!products.has(name)) {
            throw new CannotScaffold("there is no product '" + name + "'; it is one of "
                    + String.join(
                            ", ",
                            products.propertyStream()
                                    .map(Map.Entry::getKey)
                                    .sorted()
                                    .toList())
                    + ", or a new one: ./weir catalog new " + name);
        }
        return new ExistingProduct(name, products.path(name));
    }

    private JsonNode catalog() throws CannotScaffold {
        return switch (CatalogCompiler.compile(schemas)) {
            case Compilation.Compiled compiled -> compiled.catalog();
            case Compilation.Broken(var problems) ->
                throw new CannotScaffold("the schemas are broken as they are, in " + problems.size()
                        + (problems.size() == 1 ? " place" : " places") + "; ./weir catalog lint says where");
        };
    }

    private static void free(Path folder) throws CannotScaffold {
        if (Files.exists(folder)) {
            throw new CannotScaffold(folder + " is there already; nothing was written");
        }
    }
}
