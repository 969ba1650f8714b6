package dev.weir.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a schedule or a person asks of a job that works on the lake: an object of a few fields. What breaks a rule
/// throws an [IllegalArgumentException] whose message names the field and the rule, and repeats nothing that was sent.
public final class JobRequest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode json;

    private JobRequest(JsonNode json) {
        this.json = json;
    }

    /// Reads a request that has these fields and no others, each at most once.
    public static JobRequest read(InputStream body, Set<String> fields) throws IOException {
        JsonNode json = object(body);
        json.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw new IllegalArgumentException(
                        "the request has a field that is none of " + String.join(", ", new TreeSet<>(fields)));
            }
        });
        return new JobRequest(json);
    }

    private static JsonNode object(InputStream body) throws IOException {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException broken) {
            // its message quotes the body
        }
        throw new IllegalArgumentException("the request must be a JSON object, with each field once");
    }

    /// Empty where the field is missing.
    public Optional<String> text(String field) {
        require(!json.has(field) || json.path(field).isTextual(), field, "a string");
        return Optional.ofNullable(json.path(field).textValue());
    }

    /// Empty where the field is missing.
    public Optional<LocalDate> date(String field) {
        return text(field).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noDate) {
                throw wrong(field, "a date such as 2026-02-08");
            }
        });
    }

    /// Empty where the field is missing.
    public Optional<Integer> whole(String field, int least, int most) {
        JsonNode value = json.path(field);
        require(
                value.isMissingNode() || (value.isInt() && value.intValue() >= least && value.intValue() <= most),
                field,
                "a whole number from " + least + " to " + most);
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.intValue());
    }

    /// False where the field is missing.
    public boolean flag(String field) {
        require(!json.has(field) || json.path(field).isBoolean(), field, "true or false");
        return json.path(field).booleanValue();
    }

    /// One of some constants by its name in lower case; empty where the field is missing.
    public <E extends Enum<E>> Optional<E> choice(String field, E[] constants) {
        Optional<E> chosen = text(field)
                .flatMap(name -> Arrays.stream(constants)
                        .filter(constant -> label(constant).equals(name))
                        .findAny());
        require(chosen.isPresent() || !json.has(field), field, "one of " + labels(constants));
        return chosen;
    }

    private static String labels(Enum<?>[] constants) {
        return Arrays.stream(constants).map(JobRequest::label).collect(Collectors.joining(", "));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw wrong(field, rule);
        }
    }

    private static IllegalArgumentException wrong(String field, String rule) {
        return new IllegalArgumentException("'" + field + "' must be " + rule);
    }
}
