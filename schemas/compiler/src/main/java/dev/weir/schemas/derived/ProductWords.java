package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a product says of itself for people; the compiled catalog does without it.
record ProductWords(String title, String description) {

    /// @param schemas the folder of schemas
    static ProductWords of(Path schemas, String product) {
        try {
            JsonNode yaml = new YAMLMapper()
                    .readTree(Files.readString(schemas.resolve(product).resolve("product.yaml")));
            return new ProductWords(
                    yaml.path("title").asText(),
                    yaml.path("description").asText().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
