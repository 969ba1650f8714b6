package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Compiles a folder of schemas. The same sources give the same catalog, on any machine.
public final class CatalogCompiler {

    private final Path schemas;
    private final Problems problems = new Problems();
    private final Sources sources;

    private CatalogCompiler(Path schemas) {
        this.schemas = schemas;
        this.sources = new Sources(schemas, problems);
    }

    /// The catalog of a folder: `envelope.json`, and a folder with a `product.yaml` for each product.
    ///
    /// @throws java.io.UncheckedIOException if the disk fails
    public static Compilation compile(Path schemas) {
        return new CatalogCompiler(schemas.toAbsolutePath().normalize()).compile();
    }

    private Compilation compile() {
        Optional<StoredEnvelope> envelope =
                sources.read(schemas.resolve("envelope.json")).map(file -> StoredEnvelope.read(file, problems));
        ObjectNode catalog = JsonNodeFactory.instance.objectNode();
        envelope.ifPresent(stored -> fill(catalog, stored));
        List<Problem> found = problems.all();
        if (!found.isEmpty() || envelope.isEmpty()) {
            return new Compilation.Broken(found);
        }
        catalog.put("policy", Canonical.fingerprint(catalog));
        return new Compilation.Compiled(catalog, AvroEnvelope.of(envelope.get()));
    }

    private void fill(ObjectNode catalog, StoredEnvelope stored) {
        catalog.set("envelope", stored.compiled());
        ObjectNode products = catalog.putObject("products");
        ProductCompiler compiler = new ProductCompiler(sources, problems, stored);
        for (Path folder : sources.list(schemas)) {
            if (Files.exists(folder.resolve("product.yaml")) || Files.isDirectory(folder.resolve("events"))) {
                products.set(Sources.name(folder), compiler.compile(folder));
            }
        }
        if (products.isEmpty()) {
            problems.report(Place.of("."), "has no product", "add a folder with a product.yaml");
        }
    }
}
