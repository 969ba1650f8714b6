package dev.weir.core.catalog;

import dev.weir.core.event.EventType;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Everything that may be collected, compiled from `schemas/` at build time.
///
/// @param policy version of the catalog: changes with any change to it
/// @param envelope the stored envelope's fields, in order
public record Catalog(String policy, List<EnvelopeField> envelope, Map<String, Product> products) {

    /// Where the compiled catalog is on the class path.
    public static final String RESOURCE = "/weir/catalog.json";

    public Catalog {
        envelope = List.copyOf(envelope);
        products = Map.copyOf(products);
    }

    /// The catalog that the build put on the class path.
    ///
    /// @throws IllegalStateException if there is none
    public static Catalog load() {
        try (InputStream compiled = Catalog.class.getResourceAsStream(RESOURCE)) {
            if (compiled == null) {
                throw new IllegalStateException("no compiled catalog at " + RESOURCE + "; build the module schemas");
            }
            return read(compiled);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the compiled catalog at " + RESOURCE, e);
        }
    }

    /// The catalog of a compiled document.
    ///
    /// @throws IllegalArgumentException if the document lacks something, which names it
    public static Catalog read(InputStream compiled) throws IOException {
        return CatalogReader.read(compiled);
    }

    public Optional<Product> product(String name) {
        return Optional.ofNullable(products.get(name));
    }

    /// What the product of an event has decided once.
    ///
    /// @throws IllegalArgumentException if the catalog lacks the product
    public Product.Settings settings(EventType type) {
        return product(type.product())
                .orElseThrow(() -> new IllegalArgumentException("no product " + type.product() + " in the catalog"))
                .settings();
    }

    public SortedSet<String> productNames() {
        return new TreeSet<>(products.keySet());
    }

    /// What an event is, if the catalog has it, in the shape that it must have, from a source that may send it.
    /// Every rule that it breaks is reported, not just the first.
    ///
    /// @throws IllegalArgumentException if the credential names a product that the catalog lacks
    public Outcome<ValidEvent> validate(RawEvent raw, Sender sender) {
        Product product = product(sender.credential().product())
                .orElseThrow(() -> new IllegalArgumentException("the credential's product is not in the catalog"));
        if (!raw.json().isObject()) {
            return rejected(RejectReason.INVALID, "", "must be an object");
        }
        return product.settings()
                .dialect()
                .formOf(raw.json())
                .map(form -> new Naming(product, form)
                        .policy(raw.json())
                        .then(policy -> new Reading(product, form, raw, sender).validEvent(policy)))
                .orElseGet(() -> rejected(
                        RejectReason.INVALID,
                        "",
                        "is in none of the forms of " + product.name() + ": "
                                + product.settings().dialect().names()));
    }

    private static <T> Outcome<T> rejected(RejectReason reason, String pointer, String message) {
        return new Outcome.Rejected<>(reason, List.of(new Violation(pointer, message)));
    }

    @Override
    public String toString() {
        return "Catalog[policy " + policy + ", " + products.keySet() + "]";
    }
}
