package dev.weir.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.privacy.Pseudonyms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Takes requests, and tells how far they are, to those who have a privacy key of the product and tenant.
final class Desk {

    private static final int LONGEST_ID = 1024;

    private final PrivacyKeys keys;
    private final Pseudonyms pseudonyms;
    private final Requests requests;
    private final Clock clock;

    Desk(PrivacyKeys keys, Pseudonyms pseudonyms, Requests requests, Clock clock) {
        this.keys = keys;
        this.pseudonyms = pseudonyms;
        this.requests = requests;
        this.clock = clock;
    }

    /// What the asker gets.
    sealed interface Answer {

        record Accepted(Request request) implements Answer {}

        record Found(Request request) implements Answer {}

        /// Why nothing is done.
        ///
        /// @param field the part of the request that is wrong
        record Refused(int status, String field, String detail) implements Answer {}
    }

    /// Takes a request: `{"type": "erasure", "subject": {"kind": "user", "id": "…"}}`.
    Answer open(Optional<String> key, String body) {
        return key.flatMap(keys::find).map(grant -> open(grant, body)).orElseGet(Desk::unknown);
    }

    /// How far a request is.
    Answer status(Optional<String> key, String id) {
        return key.flatMap(keys::find).map(grant -> status(grant, id)).orElseGet(Desk::unknown);
    }

    private static Answer unknown() {
        return new Answer.Refused(401, "authorization", "a privacy key of the product is needed");
    }

    private Answer status(PrivacyKeys.Grant grant, String id) {
        return requests.find(id)
                .filter(request -> request.grant().equals(grant))
                .<Answer>map(Answer.Found::new)
                .orElseGet(() -> new Answer.Refused(404, "id", "is no request of this product and tenant"));
    }

    private Answer open(PrivacyKeys.Grant grant, String body) {
        JsonNode json;
        try {
            json = new JsonMapper().readTree(body);
        } catch (JacksonException noJson) {
            return new Answer.Refused(400, "body", "is not JSON");
        }
        if (!json.path("type").asText().equals("erasure")) {
            return new Answer.Refused(400, "type", "must be erasure");
        }
        if (!(json.path("subject") instanceof ObjectNode subject)) {
            return new Answer.Refused(400, "subject", "must be an object with kind and id");
        }
        String id = subject.path("id").isTextual() ? subject.path("id").textValue() : "";
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return new Answer.Refused(400, "subject.id", "must be a text of 1 to " + LONGEST_ID + " characters");
        }
        return open(grant, subject.path("kind").asText(), id);
    }

    private Answer open(PrivacyKeys.Grant grant, String kind, String id) {
        if (kind.equals("tenant")) {
            return id.equals(grant.tenant())
                    ? accepted(grant, kind, Set.of())
                    : new Answer.Refused(403, "subject.id", "is not the tenant of this key");
        }
        Optional<IdentityKind> identity = Arrays.stream(IdentityKind.values())
                .filter(known -> known.label().equals(kind))
                .findFirst();
        if (identity.isEmpty()) {
            return new Answer.Refused(
                    400, "subject.kind", "must be user, profile, device, anonymous, session or tenant");
        }
        List<Pseudonym> names = pseudonyms.allVersions(grant.product(), grant.tenant(), identity.get(), id);
        return accepted(grant, kind, Set.copyOf(names));
    }

    private Answer accepted(PrivacyKeys.Grant grant, String kind, Set<Pseudonym> names) {
        // Received times are kept to the millisecond.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Request request = new Request(
                UUID.randomUUID().toString(), grant, kind, new Request.Subject(names, now), Request.Progress.NONE);
        requests.add(request, now);
        return new Answer.Accepted(request);
    }
}
