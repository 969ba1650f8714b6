package dev.weir.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;

/// A request, and the outcome that it must get where its file says so.
///
/// @param name what people call it: its path below the folder that was asked for
/// @param product whose key it is sent with, where its path tells
/// @param body sent as it is
public record Sample(String name, Optional<String> product, byte[] body, Optional<JsonNode> outcome) {

    static final String REQUEST = ".request.json";
    static final String OUTCOME = ".outcome.json";

    /// The write key that the outcome asks for, or that its product's clients have.
    public Optional<String> writeKey() {
        Optional<String> given = outcome.map(expected -> expected.path("key"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        String source = outcome.map(expected -> expected.path("credential").asText("client"))
                .orElse("client");
        return given.or(() -> product.map(name -> "local-" + name + "-" + source));
    }

    static Path outcomeOf(Path request) {
        String file = String.valueOf(request.getFileName());
        return request.resolveSibling(file.substring(0, file.length() - REQUEST.length()) + OUTCOME);
    }

    @Override
    public String toString() {
        return "Sample[" + name + "]";
    }
}
