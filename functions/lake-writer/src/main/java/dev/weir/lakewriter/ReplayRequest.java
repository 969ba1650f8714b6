package dev.weir.lakewriter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is to be put through: `{"from": "failed"}` or `{"from": "quarantine"}`, with `"product"` where it is that one's
/// events only, `"dry_run": true` where nothing is to be changed, and `"after"`, which the answer before has given.
///
/// @param after name of the last document that is done with; empty at the beginning
record ReplayRequest(From from, Optional<String> product, boolean dryRun, String after) {

    private static final Set<String> FIELDS = Set.of("from", "product", "dry_run", "after");

    /// Which documents.
    enum From {
        FAILED("aws/lambda/"),
        QUARANTINE("quarantine/");

        private final String prefix;

        From(String prefix) {
            this.prefix = prefix;
        }

        /// What their names begin with.
        String prefix() {
            return prefix;
        }
    }

    /// @throws IllegalArgumentException if the body is not a request; the message names field and rule
    static ReplayRequest read(InputStream body) throws IOException {
        JsonNode json = new JsonMapper().readTree(body);
        if (!json.isObject()) {
            throw new IllegalArgumentException("the request must be an object");
        }
        json.fieldNames().forEachRemaining(ReplayRequest::requireKnown);
        return new ReplayRequest(
                from(json.path("from").asText()),
                Optional.ofNullable(json.path("product").textValue()),
                json.path("dry_run").asBoolean(),
                json.path("after").asText());
    }

    private static void requireKnown(String field) {
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("the request has a field that is none of " + FIELDS);
        }
    }

    private static From from(String label) {
        return Arrays.stream(From.values())
                .filter(from -> from.name().toLowerCase(Locale.ROOT).equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("'from' must be failed or quarantine"));
    }
}
