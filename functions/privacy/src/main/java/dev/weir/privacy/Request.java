package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Pseudonym;
import dev.weir.lake.Sought;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// A request of somebody about themselves. Of the person it has pseudonyms only, and these until it is closed.
///
/// @param subject as pseudonyms or a tenant, and until when events are meant; empty once the request is closed
record Request(String id, PrivacyKeys.Grant grant, Demand demand, Subject subject, Progress progress) {

    /// Who is meant.
    ///
    /// @param names pseudonyms; empty for a tenant, and once the request is closed
    /// @param until when the request was made
    record Subject(Set<Pseudonym> names, Instant until) {

        Subject {
            names = Set.copyOf(names);
        }

        @Override
        public String toString() {
            return "Subject[redacted]";
        }
    }

    Sought sought() {
        return demand.kind().equals("tenant")
                ? new Sought.Tenant(grant.tenant(), subject.until(), demand.scope())
                : new Sought.Person(subject.names(), subject.until(), demand.scope());
    }

    RequestType type() {
        return demand.type();
    }

    Instant due() {
        return subject.until().plus(type().due());
    }

    /// Whether it should have been complete before now.
    boolean isOverdue(Instant now) {
        return progress.status() != Status.COMPLETE && now.isAfter(due());
    }

    Request with(Progress next) {
        return new Request(id, grant, demand, subject, next);
    }

    /// Without anything of the person.
    Request closed() {
        return new Request(id, grant, demand, new Subject(Set.of(), subject.until()), progress);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("product", grant.product())
                .put("tenant", grant.tenant())
                .put("kind", demand.kind())
                .put("until", subject.until().toString());
        demand.into(json);
        progress.into(json);
        new TreeSet<>(subject.names())
                .forEach(name -> json.withArrayProperty("names").add(name.hex()));
        return json;
    }

    static Request of(JsonNode json) {
        Set<Pseudonym> names = new TreeSet<>();
        json.path("names").forEach(name -> names.add(Pseudonym.ofHex(name.asText())));
        return new Request(
                json.required("id").asText(),
                new PrivacyKeys.Grant(
                        json.required("product").asText(),
                        json.required("tenant").asText()),
                Demand.of(json, json.required("kind").asText()),
                new Subject(names, Instant.parse(json.required("until").asText())),
                Progress.of(json));
    }

    @Override
    public String toString() {
        return "Request[" + id + ", " + grant.product() + ", " + progress.status() + "]";
    }
}
