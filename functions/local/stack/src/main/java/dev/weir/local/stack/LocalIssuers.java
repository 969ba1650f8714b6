package dev.weir.local.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.catalog.Product;
import dev.weir.core.event.IdentityKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// The issuers file of a local stack: the local issuer for every product, whose name is the audience. Where claims are
/// is as plain as can be: `/tenant`, `/sub`, `/consent/<purpose>`, `/kids`, and context fields by their
/// names.
final class LocalIssuers {

    private static final Set<String> CONTEXT = Set.of("subscription_tier", "device_type");

    private LocalIssuers() {}

    /// @param keys where the issuer's keys are, this time
    static Path write(StateFolder state, Catalog catalog, URI keys) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        var issuers = root.putArray("issuers");
        for (String name : catalog.productNames()) {
            catalog.product(name).ifPresent(product -> issuers.add(entry(product, catalog, keys)));
        }
        Files.createDirectories(state.secrets());
        Path file = state.secrets().resolve("issuers.json");
        new JsonMapper().writeValue(file.toFile(), root);
        return file;
    }

    private static boolean hasUsers(Product product) {
        return product.settings().dialect().forms().stream()
                .anyMatch(form -> form.fields().identities().containsKey(IdentityKind.USER));
    }

    private static ObjectNode entry(Product product, Catalog catalog, URI keys) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("issuer", LocalIssuer.NAME);
        entry.putArray("audiences").add(product.name());
        entry.put("jwks", keys.toString()).put("product", product.name()).put("source", "client");
        entry.putArray("algorithms").add("ES256");
        entry.putObject("tenant").put("claim", "/tenant");
        ObjectNode claims = entry.putObject("claims").put("kids", "/kids");
        ObjectNode consent = claims.putObject("consent");
        product.consentPurposes().forEach(purpose -> consent.put(purpose.name(), "/consent/" + purpose.name()));
        if (hasUsers(product)) {
            claims.putObject("identities").put("user", "/sub");
        }
        ObjectNode context = claims.putObject("context");
        catalog.envelope().stream()
                .map(EnvelopeField::name)
                .filter(CONTEXT::contains)
                .forEach(field -> context.put(field, "/" + field));
        return entry;
    }
}
