package dev.weir.compactor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.lake.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is to be compacted: `{"extent": "hours", "days": 2}` from the schedule, or `{"product":
/// "ott-streaming", "dt": "2026-02-08", "extent": "all"}` from a person.
///
/// @param product all where there is none
/// @param date all, or the latest, where there is none
/// @param days how many days to go back from today, with today
record CompactionRequest(Optional<String> product, Optional<LocalDate> date, int days, Extent extent) {

    private static final Set<String> FIELDS = Set.of("product", "dt", "days", "extent");
    private static final int ALL_DAYS = 36_500;

    /// @throws IllegalArgumentException if the body is not a request; the message names field and rule
    static CompactionRequest read(InputStream body) throws IOException {
        JsonNode json = new JsonMapper().readTree(body);
        if (!json.isObject()) {
            throw new IllegalArgumentException("the request must be an object");
        }
        json.fieldNames().forEachRemaining(CompactionRequest::requireKnown);
        int days = json.path("days").asInt(json.has("days") ? 0 : ALL_DAYS);
        if (days < 1) {
            throw new IllegalArgumentException("'days' must be a whole number from 1");
        }
        return new CompactionRequest(
                text(json, "product"), text(json, "dt").map(CompactionRequest::date), days, extent(json));
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
            throw new IllegalArgumentException("'dt' must be a date such as 2026-02-08", noDate);
        }
    }

    private static Extent extent(JsonNode json) {
        String label = text(json, "extent").orElse("hours");
        return Arrays.stream(Extent.values())
                .filter(extent -> extent.name().toLowerCase(Locale.ROOT).equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("'extent' must be hours, days or all"));
    }
}
