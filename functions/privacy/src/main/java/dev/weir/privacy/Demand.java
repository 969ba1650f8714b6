package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Objection;
import dev.weir.core.event.Purpose;
import dev.weir.lake.EventScope;
import java.util.stream.Collectors;

/// What a request is for.
///
/// @param kind of the subject: an identity's label, or `tenant`
/// @param scope which of the subject's events are meant
/// @param withdraw whether an earlier restriction or objection is taken back
record Demand(RequestType type, String kind, EventScope scope, boolean withdraw) {

    /// What is objected to, where it is an objection.
    Objection objection() {
        if (type == RequestType.RESTRICT) {
            return Objection.EVERYTHING;
        }
        return scope.purposes().isEmpty()
                ? Objection.ALL_PURPOSES
                : new Objection(
                        Objection.Reach.SOME_PURPOSES,
                        scope.purposes().stream().map(Purpose::new).collect(Collectors.toSet()));
    }

    /// Adds what it is to the JSON of a request, its answer or its evidence: `type`, and `scope` and `withdraw` where
    /// they say something.
    ObjectNode into(ObjectNode json) {
        json.put("type", type.label());
        if (!scope.isAll()) {
            scope.into(json.putObject("scope"));
        }
        if (withdraw) {
            json.put("withdraw", true);
        }
        return json;
    }

    /// Reads what [#into] has added; without a type, an erasure.
    static Demand of(JsonNode json, String kind) {
        return new Demand(
                RequestType.of(json.path("type").asText()).orElse(RequestType.ERASURE),
                kind,
                EventScope.of(json.path("scope")),
                json.path("withdraw").asBoolean());
    }
}
