package dev.weir.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.Credential;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.event.Violation;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.BodyReader;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.Verdict;
import dev.weir.core.privacy.PseudonymKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Samples against the rules of a catalog alone, without HTTP or a stream.
final class IntakeContract {

    private final Catalog catalog;
    private final Intake intake;

    IntakeContract(Catalog catalog) {
        this.catalog = catalog;
        this.intake = new Intake(catalog, new PseudonymKeys(1, Map.of(1, new byte[32])));
    }

    /// The samples of a folder, less those that are about keys.
    Stream<Sample> samples(Path folder) throws IOException {
        return new Samples(catalog.products().keySet())
                .in(folder).stream()
                        .filter(sample -> outcome(sample).path("key").isMissingNode());
    }

    private static JsonNode outcome(Sample sample) {
        return sample.outcome().orElseThrow();
    }

    /// How the answer differs from the outcome that the sample must get.
    List<String> differences(Sample sample) {
        ObjectNode answer = answer(sample);
        return Expectation.differences(outcome(sample), answer.path("status").asInt(), answer);
    }

    ObjectNode answer(Sample sample) {
        String product = sample.product().orElseThrow();
        Source source = Source.of(outcome(sample).path("credential").asText("client"));
        Sender sender = new Sender(
                new Credential(product, "acme", source),
                new Arrival("batch", Instant.parse("2026-02-08T14:30:00Z"), null));
        Body body = BodyReader.read(
                sample.body(),
                false,
                catalog.product(product).orElseThrow().settings().limits());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        int status = switch (body) {
            case Body.Unreadable _ -> 400;
            case Body.TooLarge _ -> 413;
            case Body.Events events -> {
                events.events().forEach(raw -> add(answer, intake.admit(raw, sender)));
                yield 200;
            }
        };
        return answer.put("status", status);
    }

    private static void add(ObjectNode answer, Verdict verdict) {
        ObjectNode result = answer.withArray("/results").addObject();
        switch (verdict) {
            case Verdict.Accepted(var _, Receipt receipt) ->
                add(result.put("status", "accepted").putObject("receipt"), receipt);
            case Verdict.Dropped(DropReason reason) ->
                result.put("status", "dropped").put("reason", reason.code());
            case Verdict.Rejected(RejectReason reason, List<Violation> violations) -> {
                result.put("status", "rejected").put("reason", reason.code());
                violations.forEach(violation -> result.withArray("/violations")
                        .addObject()
                        .put("pointer", violation.pointer())
                        .put("message", violation.message()));
            }
        }
    }

    /// As the collector words it, of what outcomes compare.
    private static void add(ObjectNode json, Receipt receipt) {
        json.put("purpose", receipt.decision().purpose().name());
        json.put("basis", receipt.decision().basis());
        receipt.tags().forEach(json.putArray("tags")::add);
        receipt.redactions()
                .forEach(redaction -> json.withArray("/redactions")
                        .addObject()
                        .put("pointer", redaction.pointer())
                        .put("found", redaction.found())
                        .put("action", redaction.action().name().toLowerCase(Locale.ROOT)));
        json.put("retention", receipt.retention().name());
    }
}
