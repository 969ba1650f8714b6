package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a product's events look as they are sent: one form, or several that are told apart by what is in an event.
///
/// @param forms tried in order
public record Dialect(List<Form> forms) {

    public Dialect {
        forms = List.copyOf(forms);
    }

    /// The form that an event is in; empty where it is in none.
    public Optional<Form> formOf(JsonNode event) {
        return forms.stream().filter(form -> form.matches(event)).findFirst();
    }

    /// The id that an event's sender gave it, where it gave one, whatever else is wrong with the event.
    public Optional<String> eventId(JsonNode event) {
        return formOf(event)
                .flatMap(form -> form.places().eventId())
                .map(event::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /// What the forms are called, for people.
    String names() {
        return forms.stream().map(Form::name).collect(Collectors.joining(", "));
    }
}
