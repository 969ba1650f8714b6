package dev.weir.retention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a run is to do: `{}` from the schedule, or `{"product": "ott-streaming", "dry_run": true, "today":
/// "2027-02-08", "allow_share": 100}` from a person.
///
/// @param product all where there is none
/// @param today the day of the clock where there is none, UTC
/// @param allowShare how many of a hundred objects of a product may go; what is configured where there is none
record RetentionRequest(
        Optional<String> product, Optional<LocalDate> today, boolean dryRun, Optional<Integer> allowShare) {

    private static final Set<String> FIELDS = Set.of("product", "today", "dry_run", "allow_share");

    /// @throws IllegalArgumentException if the body is not a request; the message names field and rule
    static RetentionRequest read(InputStream body) throws IOException {
        JsonNode json = new JsonMapper().readTree(body);
        if (!json.isObject()) {
            throw new IllegalArgumentException("the request must be an object");
        }
        json.fieldNames().forEachRemaining(RetentionRequest::requireKnown);
        if (json.has("dry_run") && !json.path("dry_run").isBoolean()) {
            throw new IllegalArgumentException("'dry_run' must be true or false");
        }
        return new RetentionRequest(
                text(json, "product"),
                text(json, "today").map(RetentionRequest::date),
                json.path("dry_run").asBoolean(),
                share(json));
    }

    private static void requireKnown(String field) {
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("the request has a field that is none of " + FIELDS);
        }
    }

    private static Optional<String> text(JsonNode json, String field) {
        if (json.has(field) && !json.path(field).isTextual()) {
            throw new IllegalArgumentException("'" + field + "' must be a string");
        }
        return Optional.ofNullable(json.path(field).textValue());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("'today' must be a date such as 2026-02-08", noDate);
        }
    }

    private static Optional<Integer> share(JsonNode json) {
        if (!json.has("allow_share")) {
            return Optional.empty();
        }
        int share = json.path("allow_share").isInt() ? json.path("allow_share").intValue() : -1;
        if (share < 0 || share > 100) {
            throw new IllegalArgumentException("'allow_share' must be a whole number from 0 to 100");
        }
        return Optional.of(share);
    }
}
