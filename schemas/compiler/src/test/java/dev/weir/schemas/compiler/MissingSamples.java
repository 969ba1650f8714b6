package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.PiiPolicy;
import dev.weir.core.event.PiiKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules that the products of a catalog have, and of these the ones that no sample shows at work.
final class MissingSamples {

    private static final String ESSENTIAL = "essential";

    private final List<SampleFolder.Case> samples;
    private final List<String> missing = new ArrayList<>();

    private MissingSamples(List<SampleFolder.Case> samples) {
        this.samples = samples;
    }

    /// Each as `product: what there is no sample of`.
    static List<String> of(ObjectNode catalog, Path folder) throws IOException {
        MissingSamples missing = new MissingSamples(new SampleFolder(folder).cases());
        catalog.path("products").forEachEntry(missing::product);
        return missing.missing;
    }

    private void product(String name, JsonNode product) {
        product.path("events").forEachEntry((event, versions) -> event(name + "/" + event, product, versions));
        List<JsonNode> events = product.path("events")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
        consent(name, product, events);
        sources(name, events);
        limits(name, product.path("limits"));
        result(name, "a property that is not known", result -> redacts(result, "unknown"));
        personalData(name, product.path("pii"));
        if (events.stream().anyMatch(event -> event.has("sampling"))) {
            result(name, "an event that is sampled out", result -> hasReason(result, "sampled_out"));
        }
    }

    /// What a product does about personal data, whatever the kind; masking, where it says nothing.
    private void personalData(String name, JsonNode pii) {
        Set<String> actions =
                new TreeSet<>(pii.valueStream().map(JsonNode::asText).toList());
        for (String action : actions.isEmpty() ? Set.of("mask") : actions) {
            switch (PiiPolicy.Action.of(action)) {
                case MASK -> result(name, "personal data that is masked", result -> redactsData(result, "masked"));
                case HASH -> result(name, "personal data that is hashed", result -> redactsData(result, "hashed"));
                case REMOVE -> result(name, "personal data that is removed", result -> redactsData(result, "removed"));
                case REJECT ->
                    result(name, "personal data that is rejected", result -> hasReason(result, "personal_data"));
            }
        }
    }

    private void event(String name, JsonNode product, JsonNode versions) {
        verdict(name, "accepted");
        verdict(name, "rejected");
        if (versions.valueStream().anyMatch(event -> isDropped(product, purpose(event)))) {
            verdict(name, "dropped");
        }
    }

    private void verdict(String event, String status) {
        boolean shown = samples.stream()
                .filter(sample -> sample.name().equals(event + "/" + status))
                .flatMap(SampleFolder.Case::results)
                .limit(1)
                .anyMatch(result -> result.path("status").asText().equals(status));
        if (!shown) {
            missing.add(event + "/" + status);
        }
    }

    private void consent(String name, JsonNode product, List<JsonNode> events) {
        Set<String> purposes =
                new TreeSet<>(events.stream().map(MissingSamples::purpose).toList());
        purposes.remove(ESSENTIAL);
        for (String purpose : purposes) {
            if (isDropped(product, purpose)) {
                result(name, "a refusal of " + purpose, result -> hasReason(result, "no_consent_" + purpose));
            } else {
                result(name, "an event anonymised for want of " + purpose, MissingSamples::isAnonymised);
            }
        }
        for (JsonNode tagged : product.path("consent").path("tagged")) {
            String tag = "no_" + tagged.asText();
            result(
                    name,
                    "the tag " + tag,
                    result -> list(result, "tags").anyMatch(one -> one.asText().equals(tag)));
        }
    }

    private void sources(String name, List<JsonNode> events) {
        for (String source : List.of("client", "server")) {
            boolean mayNot = events.stream()
                    .anyMatch(event -> event.path("sources")
                            .valueStream()
                            .noneMatch(allowed -> allowed.asText().equals(source)));
            if (mayNot) {
                sample(
                        name,
                        "an event that a " + source + " may not send",
                        sample -> sample.isFrom(source)
                                && sample.results().anyMatch(result -> hasReason(result, "source_not_allowed")));
            }
        }
    }

    private void limits(String name, JsonNode limits) {
        int events = limits.path("events").asInt();
        int bytes = limits.path("bytes").asInt();
        sample(
                name,
                "more than " + events + " events in a request",
                sample -> sample.hasStatus(413) && sample.events().size() > events && sample.bytes() <= bytes);
        sample(
                name,
                "more than " + bytes + " bytes in a request",
                sample -> sample.hasStatus(413)
                        && sample.bytes() > bytes
                        && sample.events().size() <= events);
        if (limits.has("payload_bytes")) {
            String rule = "must be at most " + limits.path("payload_bytes").asInt() + " bytes of JSON";
            result(
                    name,
                    "properties that " + rule,
                    result -> result.path("violations")
                            .findValuesAsText("message")
                            .contains(rule));
        }
    }

    private void result(String product, String what, Predicate<JsonNode> shows) {
        sample(product, what, sample -> sample.results().anyMatch(shows));
    }

    private void sample(String product, String what, Predicate<SampleFolder.Case> shows) {
        if (samples.stream().filter(sample -> sample.isFor(product)).noneMatch(shows)) {
            missing.add(product + ": " + what);
        }
    }

    private static String purpose(JsonNode event) {
        return event.path("purpose").asText();
    }

    private static boolean isDropped(JsonNode product, String purpose) {
        return !purpose.equals(ESSENTIAL)
                && !product.path("consent").path("without").has(purpose);
    }

    private static boolean hasReason(JsonNode result, String reason) {
        return result.path("reason").asText().equals(reason);
    }

    private static Stream<JsonNode> list(JsonNode result, String member) {
        return result.path("receipt").path(member).valueStream();
    }

    private static boolean redacts(JsonNode result, String found) {
        return list(result, "redactions")
                .anyMatch(one -> one.path("found").asText().equals(found));
    }

    private static boolean redactsData(JsonNode result, String action) {
        Set<String> kinds = Arrays.stream(PiiKind.values()).map(PiiKind::label).collect(Collectors.toSet());
        return list(result, "redactions")
                .anyMatch(one -> one.path("action").asText().equals(action)
                        && kinds.contains(one.path("found").asText()));
    }

    private static boolean isAnonymised(JsonNode result) {
        return result.path("receipt").path("basis").asText().equals("anonymous");
    }
}
