package dev.weir.core.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Violation;
import java.util.List;
import java.util.Optional;

/// Finds out which event of a product it is that was sent.
record Naming(Product product, Form form) {

    Outcome<EventPolicy> policy(JsonNode event) {
        return switch (form.places().eventName()) {
            case Form.Name.Fixed(String name) -> version(name, event);
            case Form.Name.At(JsonPointer at) -> named(event, at);
        };
    }

    private Outcome<EventPolicy> named(JsonNode event, JsonPointer at) {
        JsonNode name = event.at(at);
        if (!name.isTextual()) {
            return new Outcome.Rejected<>(RejectReason.INVALID, form.schema().check(event, ""));
        }
        if (!product.events().containsKey(name.textValue())) {
            return unknown(
                    at.toString(),
                    "is not an event of " + product.name() + "; the catalog lists its "
                            + product.events().size());
        }
        return version(name.textValue(), event);
    }

    private Outcome<EventPolicy> version(String name, JsonNode event) {
        Optional<JsonPointer> at = form.places().schemaVersion().filter(pointer -> isGiven(event.at(pointer)));
        return at.map(pointer -> product.version(name, event.at(pointer).asInt(-1)))
                .orElseGet(() -> product.latest(name))
                .<Outcome<EventPolicy>>map(Outcome.Passed::new)
                .orElseGet(() -> unknown(
                        at.map(JsonPointer::toString).orElse(""),
                        "is not a version of this event; known: " + product.versions(name)));
    }

    private static boolean isGiven(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static Outcome<EventPolicy> unknown(String pointer, String message) {
        return new Outcome.Rejected<>(RejectReason.UNKNOWN_EVENT, List.of(new Violation(pointer, message)));
    }
}
