package dev.weir.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.intake.Refusal;
import dev.weir.core.privacy.Pseudonyms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Takes requests, and tells how far they are, to those who have a privacy key of the product and tenant.
final class Desk {

    private static final int LONGEST_ID = 1024;

    private final PrivacyKeys keys;
    private final DemandReader demands;
    private final Pseudonyms pseudonyms;
    private final Requests requests;
    private final Clock clock;

    Desk(PrivacyKeys keys, DemandReader demands, Pseudonyms pseudonyms, Requests requests, Clock clock) {
        this.keys = keys;
        this.demands = demands;
        this.pseudonyms = pseudonyms;
        this.requests = requests;
        this.clock = clock;
    }

    /// What the asker gets.
    sealed interface Answer {

        record Accepted(Request request) implements Answer {}

        record Found(Request request) implements Answer {}

        /// Why nothing is done.
        record Refused(Refusal why) implements Answer {}
    }

    /// Takes a request: `{"type": "erasure", "subject": {"kind": "user", "id": "…"}, "scope": {"purposes": ["…"]}}`.
    Answer open(Optional<String> key, String body) {
        return key.flatMap(keys::find).map(grant -> open(grant, body)).orElseGet(Desk::unknown);
    }

    /// How far a request is.
    Answer status(Optional<String> key, String id) {
        return key.flatMap(keys::find).map(grant -> status(grant, id)).orElseGet(Desk::unknown);
    }

    private static Answer unknown() {
        return refused(401, "authorization", "a privacy key of the product is needed");
    }

    private Answer status(PrivacyKeys.Grant grant, String id) {
        return requests.find(id)
                .filter(request -> request.grant().equals(grant))
                .<Answer>map(Answer.Found::new)
                .orElseGet(() -> refused(404, "id", "is no request of this product and tenant"));
    }

    private Answer open(PrivacyKeys.Grant grant, String body) {
        try {
            JsonNode json = new JsonMapper().readTree(body);
            return open(grant, demands.read(json, grant.product()), json.at("/subject/id"));
        } catch (JacksonException noJson) {
            return refused(400, "body", "is not JSON");
        } catch (DemandReader.Wrong wrong) {
            return new Answer.Refused(wrong.refusal());
        }
    }

    private Answer open(PrivacyKeys.Grant grant, Demand demand, JsonNode given) {
        String id = given.isTextual() ? given.textValue() : "";
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return refused(400, "subject.id", "must be a text of 1 to " + LONGEST_ID + " characters");
        }
        if (demand.kind().equals("tenant")) {
            return id.equals(grant.tenant())
                    ? accepted(grant, demand, Set.of())
                    : refused(403, "subject.id", "is not the tenant of this key");
        }
        List<Pseudonym> names =
                pseudonyms.allVersions(grant.product(), grant.tenant(), IdentityKind.of(demand.kind()), id);
        return accepted(grant, demand, Set.copyOf(names));
    }

    private Answer accepted(PrivacyKeys.Grant grant, Demand demand, Set<Pseudonym> names) {
        // Received times are kept to the millisecond.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Request request = new Request(
                UUID.randomUUID().toString(), grant, demand, new Request.Subject(names, now), Progress.NONE);
        requests.add(request, now);
        return new Answer.Accepted(request);
    }

    private static Answer refused(int status, String field, String detail) {
        return new Answer.Refused(new Refusal(status, field, detail));
    }
}
