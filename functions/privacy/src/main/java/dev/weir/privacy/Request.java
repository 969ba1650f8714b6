package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Pseudonym;
import dev.weir.lake.Sought;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// A request to erase someone. Of the person it has pseudonyms only, and these until it is closed.
///
/// @param subject as pseudonyms or a tenant, and until when events are meant; empty once the request is closed
/// @param progress where it stands
record Request(String id, PrivacyKeys.Grant grant, String kind, Subject subject, Progress progress) {

    /// Erasure is due within this time.
    static final Duration DUE = Duration.ofDays(7);

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

    /// Where a request stands.
    ///
    /// @param suppressedAt when the suppression list first had the subject; [Instant#MAX] before
    /// @param evidence name of the latest evidence; empty before there is any
    record Progress(Status status, Instant suppressedAt, long objects, long rows, String evidence) {

        static final Progress NONE = new Progress(Status.QUEUED, Instant.MAX, 0, 0, "");
    }

    Sought sought() {
        return subject.names().isEmpty()
                ? new Sought.Tenant(grant.tenant(), subject.until())
                : new Sought.Person(subject.names(), subject.until());
    }

    Instant due() {
        return subject.until().plus(DUE);
    }

    Request with(Progress next) {
        return new Request(id, grant, kind, subject, next);
    }

    /// Without anything of the person.
    Request closed() {
        return new Request(id, grant, kind, new Subject(Set.of(), subject.until()), progress);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("product", grant.product())
                .put("tenant", grant.tenant())
                .put("kind", kind)
                .put("until", subject.until().toString())
                .put("status", progress.status().label())
                .put("suppressed_at", progress.suppressedAt().toString())
                .put("objects", progress.objects())
                .put("rows", progress.rows())
                .put("evidence", progress.evidence());
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
                json.required("kind").asText(),
                new Subject(names, Instant.parse(json.required("until").asText())),
                new Progress(
                        Status.of(json.required("status").asText()),
                        Instant.parse(json.required("suppressed_at").asText()),
                        json.required("objects").asLong(),
                        json.required("rows").asLong(),
                        json.required("evidence").asText()));
    }

    @Override
    public String toString() {
        return "Request[" + id + ", " + grant.product() + ", " + progress.status() + "]";
    }
}
