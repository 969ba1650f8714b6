package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// `envelope.json`: the stored fields in order, and the rules for what is sent in their stead.
record StoredEnvelope(
        List<StoredField> fields, ObjectNode rawIdentifier, ObjectNode rawNumericIdentifier, ObjectNode consentSignal) {

    static StoredEnvelope read(SourceFile source, Problems problems) {
        Shape.JSON_SCHEMA.fits(source, problems);
        List<StoredField> fields = new ArrayList<>();
        for (var entry : source.json().path("properties").properties()) {
            Place place = source.place().child("properties").child(entry.getKey());
            readField(entry.getKey(), entry.getValue(), place, problems).ifPresent(fields::add);
        }
        requiredIsWhatIsNotNullable(source, fields, problems);
        return new StoredEnvelope(
                List.copyOf(fields),
                definition(source, "raw_identifier", problems),
                definition(source, "raw_numeric_identifier", problems),
                definition(source, "consent_signal", problems));
    }

    Optional<StoredField> field(String name) {
        return fields.stream()
                .filter(stored -> stored.field().name().equals(name))
                .findAny();
    }

    /// The rules of a field that every dialect maps; none if `envelope.json` lacks it, which has been reported.
    ObjectNode rules(String name) {
        return field(name).map(StoredField::rules).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /// Names of the context fields that a sender may fill in.
    List<String> sentContext() {
        return fields.stream()
                .filter(stored -> stored.isContext() && !stored.isFilledIn())
                .map(stored -> stored.field().name())
                .toList();
    }

    ArrayNode compiled() {
        ArrayNode compiled = JsonNodeFactory.instance.arrayNode();
        for (StoredField stored : fields) {
            compiled.addObject()
                    .put("name", stored.field().name())
                    .put("type", stored.field().type().name().toLowerCase(Locale.ROOT))
                    .put("nullable", stored.field().nullable());
        }
        return compiled;
    }

    private static Optional<StoredField> readField(String name, JsonNode schema, Place place, Problems problems) {
        Optional<StoredField> field =
                schema instanceof ObjectNode object ? StoredField.of(name, object) : Optional.empty();
        if (field.isEmpty()) {
            problems.report(
                    place,
                    "has no type that a row can hold",
                    "use string (with format date-time or date, or contentEncoding base16), integer, boolean, array, or string and integer");
        }
        if (schema.path("title").asText().isBlank()
                || schema.path("description").asText().isBlank()) {
            problems.report(place, "has no title or no description", "say what the field holds");
        }
        return field;
    }

    private static void requiredIsWhatIsNotNullable(SourceFile source, List<StoredField> fields, Problems problems) {
        Set<String> required = new HashSet<>();
        source.json().path("required").forEach(name -> required.add(name.asText()));
        for (StoredField stored : fields) {
            if (required.contains(stored.field().name()) == stored.field().nullable()) {
                problems.report(
                        source.place().child("properties").child(stored.field().name()),
                        "is required and nullable, or neither",
                        "list it under required, or add \"null\" to its type");
            }
        }
    }

    private static ObjectNode definition(SourceFile source, String name, Problems problems) {
        JsonNode definition = source.json().path("$defs").path(name);
        if (definition instanceof ObjectNode object) {
            return object.deepCopy().without(List.of("title", "description"));
        }
        problems.report(source.place().child("$defs").child(name), "is missing", "say what may be sent");
        return JsonNodeFactory.instance.objectNode();
    }
}
