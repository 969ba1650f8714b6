package dev.weir.core.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads one form of a dialect from its compiled form.
final class FormReader {

    private FormReader() {}

    static Form read(JsonNode form) {
        List<Form.Condition> when = new ArrayList<>();
        form.path("when").forEach(condition -> when.add(condition(condition)));
        return new Form(
                Compiled.text(form, "name"),
                when,
                new EventSchema(form.path("schema")),
                places(form),
                new Form.Fields(
                        pointers(form.path("identities"), IdentityKind::of),
                        pointers(form.path("consent"), Purpose::new),
                        pointers(form.path("context"), Function.identity()),
                        Compiled.texts(form.path("kids")).stream()
                                .map(JsonPointer::compile)
                                .toList()));
    }

    private static Form.Condition condition(JsonNode condition) {
        JsonPointer at = JsonPointer.compile(Compiled.text(condition, "at"));
        return condition.has("in")
                ? new Form.Condition.In(at, Set.copyOf(Compiled.texts(condition.path("in"))))
                : new Form.Condition.Present(at, condition.path("present").asBoolean());
    }

    private static Form.Places places(JsonNode form) {
        Form.Name name = Compiled.optionalText(form, "event")
                .<Form.Name>map(Form.Name.Fixed::new)
                .orElseGet(() -> new Form.Name.At(JsonPointer.compile(Compiled.text(form, "event_name"))));
        Form.Properties properties = new Form.Properties(
                JsonPointer.compile(Compiled.text(form, "properties")), Set.copyOf(Compiled.texts(form.path("taken"))));
        return new Form.Places(
                name,
                pointer(form, "event_id"),
                properties,
                pointer(form, "client_timestamp"),
                pointer(form, "schema_version"));
    }

    private static Optional<JsonPointer> pointer(JsonNode form, String field) {
        return Compiled.optionalText(form, field).map(JsonPointer::compile);
    }

    private static <K> Map<K, JsonPointer> pointers(JsonNode node, Function<String, K> key) {
        Map<K, JsonPointer> pointers = new HashMap<>();
        node.forEachEntry((name, at) -> pointers.put(key.apply(name), JsonPointer.compile(at.asText())));
        return pointers;
    }
}
