package dev.weir.core.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.Claims;
import dev.weir.core.event.ConsentSignals;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.Envelope;
import dev.weir.core.event.Header;
import dev.weir.core.event.Origin;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.event.Surroundings;
import dev.weir.core.event.Timing;
import dev.weir.core.event.Violation;
import dev.weir.core.event.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one event by its product's dialect.
record Reading(Product product, Form form, RawEvent raw, Sender sender) {

    Outcome<ValidEvent> validEvent(EventPolicy policy) {
        if (!policy.sources().contains(sender.credential().source())) {
            return new Outcome.Rejected<>(RejectReason.SOURCE_NOT_ALLOWED, List.of(sourceViolation(policy)));
        }
        JsonNode properties = properties();
        ClientTime clientTime = clientTime();
        List<Violation> violations = violations(policy, properties, clientTime);
        if (!violations.isEmpty() || !(properties instanceof ObjectNode object)) {
            return new Outcome.Rejected<>(RejectReason.INVALID, violations);
        }
        Header header = header(policy, clientTime);
        return policy.terms().keeps(header.eventId())
                ? new Outcome.Passed<>(new ValidEvent(policy, header, envelope(), object))
                : new Outcome.Dropped<>(new DropReason.SampledOut());
    }

    private JsonNode properties() {
        JsonNode found = form.places().properties().of(event());
        return found.isMissingNode() ? JsonNodeFactory.instance.objectNode() : found;
    }

    private List<Violation> violations(EventPolicy policy, JsonNode properties, ClientTime clientTime) {
        List<Violation> violations = new ArrayList<>(form.schema().check(event(), ""));
        violations.addAll(whose().violations());
        clientTime.violation().filter(ours -> isNews(ours, violations)).ifPresent(violations::add);
        violations.addAll(policy.schema().check(properties, propertiesAt()));
        int most = product.settings().limits().payloadBytes();
        if (PayloadSize.exceeds(properties, most)) {
            violations.add(new Violation(propertiesAt(), "must be at most " + most + " bytes of JSON"));
        }
        return violations.isEmpty()
                ? violations
                : violations.stream().distinct().toList();
    }

    private static boolean isNews(Violation violation, List<Violation> known) {
        return known.stream().noneMatch(other -> other.pointer().equals(violation.pointer()));
    }

    private String propertiesAt() {
        return form.places().properties().at().toString();
    }

    private Violation sourceViolation(EventPolicy policy) {
        String allowed = policy.sources().stream().map(Source::label).sorted().collect(Collectors.joining(" or "));
        String at = form.places().eventName() instanceof Form.Name.At(JsonPointer pointer) ? pointer.toString() : "";
        return new Violation(
                at,
                "may be sent with a " + allowed + " key only; this one is a "
                        + sender.credential().source().label() + " key");
    }

    private ClientTime clientTime() {
        return form.places()
                .clientTimestamp()
                .flatMap(at -> text(at).map(text -> ClientTime.read(at, text)))
                .orElseGet(ClientTime.Unsaid::new);
    }

    private Header header(EventPolicy policy, ClientTime clientTime) {
        Arrival arrival = sender.arrival();
        Origin origin =
                new Origin(sender.credential().tenant(), sender.credential().source(), arrival.batchId(), raw.index());
        String eventId = form.places().eventId().flatMap(this::text).orElse(arrival.batchId() + "-" + raw.index());
        return new Header(eventId, policy.type(), origin, timing(arrival.receivedAt(), clientTime.instant()));
    }

    private Timing timing(Instant receivedAt, Optional<Instant> clientTime) {
        Duration allowed = product.settings().limits().clockSkew();
        boolean reliable = clientTime
                .filter(time -> Duration.between(time, receivedAt).abs().compareTo(allowed) <= 0)
                .isPresent();
        return new Timing(receivedAt, clientTime.orElse(null), reliable);
    }

    private Envelope envelope() {
        Map<Purpose, Boolean> consent = new HashMap<>();
        form.fields().consent().forEach((purpose, at) -> flag(at).ifPresent(given -> consent.put(purpose, given)));
        return new Envelope(whose().identities(), wishes(new ConsentSignals(consent)), surroundings(), propertiesAt());
    }

    private IdentityReading whose() {
        return new IdentityReading(form.fields().identities(), sender.claims().identities(), event());
    }

    private Wishes wishes(ConsentSignals said) {
        Claims claims = sender.claims();
        boolean kids = claims.kids() || form.fields().kids().stream().anyMatch(this::marked);
        return new Wishes(claims.consent(), said, sender.arrival().hints().objects(), kids);
    }

    /// The credential has been proven and the event has not, so what the credential says holds.
    private Surroundings surroundings() {
        Map<String, String> context = texts(form.fields().context());
        context.putAll(sender.claims().context());
        return new Surroundings(
                context, sender.arrival().address(), sender.arrival().traits());
    }

    private Map<String, String> texts(Map<String, JsonPointer> places) {
        Map<String, String> found = new HashMap<>();
        places.forEach((field, at) -> text(at).ifPresent(value -> found.put(field, value)));
        return found;
    }

    private Optional<String> text(JsonPointer at) {
        return value(at, node -> node.isValueNode() ? node.asText() : null);
    }

    /// Anything but a plain no marks: whoever meant to say yes in another way is protected too.
    private boolean marked(JsonPointer at) {
        return value(at, node -> !(node.isBoolean() && !node.booleanValue())).orElse(false);
    }

    private Optional<Boolean> flag(JsonPointer at) {
        return value(at, node -> node.isBoolean() ? node.booleanValue() : null);
    }

    private <T> Optional<T> value(JsonPointer at, Function<JsonNode, @Nullable T> read) {
        JsonNode node = event().at(at);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.ofNullable(read.apply(node));
    }

    private JsonNode event() {
        return raw.json();
    }
}
