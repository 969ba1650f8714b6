package dev.weir.core.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// An object of an operator's JSON file, read strictly: what is missing, of another type or not known is refused with
/// an [IllegalArgumentException] that names place, field and rule, and quotes no value.
///
/// @param place where in the file it is, for messages
public record ConfigObject(String place, JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public ConfigObject {
        if (!json.isObject()) {
            throw new IllegalArgumentException(place + ": must be a JSON object");
        }
    }

    /// Reads a file.
    ///
    /// @param what the file is about, for messages
    /// @throws UncheckedIOException if it cannot be read
    public static ConfigObject read(String what, Path file) {
        try {
            return new ConfigObject(what, JSON.readTree(file.toFile()));
        } catch (JacksonException _) {
            throw new IllegalArgumentException(what + ": " + file.getFileName() + " is not JSON, or has a key twice");
        } catch (IOException e) {
            throw new UncheckedIOException(what + ": cannot read " + file.getFileName(), e);
        }
    }

    /// Refuses fields beside these.
    public void requireOnly(Set<String> known) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw wrong("unknown field '" + name + "', known: " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    /// A string that is not blank.
    public String text(String field) {
        JsonNode value = json.path(field);
        if (!isText(value)) {
            throw wrong("'" + field + "' is needed, a string");
        }
        return value.textValue();
    }

    /// A moment, where the field is there.
    public Optional<Instant> instant(String field) {
        if (!json.has(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text(field)));
        } catch (DateTimeParseException _) {
            throw wrong("'" + field + "' must be a moment such as 2026-02-08T14:30:00Z");
        }
    }

    /// The strings of an array, none of them blank; no strings where the field is not there.
    public List<String> texts(String field) {
        JsonNode values = json.has(field) ? json.path(field) : JsonNodeFactory.instance.arrayNode();
        if (!values.isArray() || !values.valueStream().allMatch(ConfigObject::isText)) {
            throw wrong("'" + field + "' must be an array of strings");
        }
        return values.valueStream().map(JsonNode::textValue).toList();
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }

    /// The objects of an array that must be there.
    public List<ConfigObject> objects(String field) {
        JsonNode values = json.path(field);
        if (!values.isArray()) {
            throw wrong("'" + field + "' is needed, an array of objects");
        }
        List<ConfigObject> objects = new ArrayList<>();
        values.forEach(
                value -> objects.add(new ConfigObject(place + ": " + field + "[" + objects.size() + "]", value)));
        return objects;
    }

    /// An object; an empty one where the field is not there.
    public ConfigObject object(String field) {
        JsonNode value = json.has(field) ? json.path(field) : JsonNodeFactory.instance.objectNode();
        return new ConfigObject(place + ": " + field, value);
    }

    /// All fields, each of which must be a string, by name.
    public Map<String, String> allTexts() {
        Map<String, String> texts = new TreeMap<>();
        json.fieldNames().forEachRemaining(name -> texts.put(name, text(name)));
        return texts;
    }

    /// All fields, each of which must be a whole number, by name.
    public Map<String, Long> allNumbers() {
        Map<String, Long> numbers = new TreeMap<>();
        json.forEachEntry((name, value) -> {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw wrong("'" + name + "' must be a whole number");
            }
            numbers.put(name, value.longValue());
        });
        return numbers;
    }

    /// That something about this object is wrong.
    public IllegalArgumentException wrong(String rule) {
        return new IllegalArgumentException(place + ": " + rule);
    }

    /// What a type complains of that was made of this object, with its place.
    public IllegalArgumentException located(IllegalArgumentException complaint) {
        String message = String.valueOf(complaint.getMessage());
        return message.startsWith(place) ? complaint : wrong(message);
    }

    @Override
    public String toString() {
        return "ConfigObject[" + place + "]";
    }
}
