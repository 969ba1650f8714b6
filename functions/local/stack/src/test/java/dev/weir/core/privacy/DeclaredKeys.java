package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The catalog with properties that a reviewer should not have let pass: their keys say that they hold phone numbers,
/// cards and the like, and their class is `none`. The real one has no such keys.
final class DeclaredKeys {

    private static final String PRODUCT = "ott-streaming";
    private static final String EVENT = "playback.error";

    private DeclaredKeys() {}

    static Catalog catalog() throws IOException {
        try (InputStream compiled = Catalog.class.getResourceAsStream(Catalog.RESOURCE)) {
            ObjectNode catalog = (ObjectNode) new JsonMapper().readTree(compiled);
            ObjectNode event = (ObjectNode) catalog.at("/products/" + PRODUCT + "/events/" + EVENT + "/1");
            Canary.underKeys(0).keySet().forEach(key -> {
                event.withObject("/properties").putObject(key).put("privacy", "none");
                event.withObject("/schema/properties").putObject(key).put("type", "string");
            });
            return Catalog.read(new ByteArrayInputStream(new JsonMapper().writeValueAsBytes(catalog)));
        }
    }

    /// An event that has these properties.
    static Habitat habitat() throws IOException {
        return Habitat.ofSamples().stream()
                .filter(habitat ->
                        habitat.product().equals(PRODUCT) && habitat.name().contains(EVENT + "/"))
                .findFirst()
                .orElseThrow();
    }
}
