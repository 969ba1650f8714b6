package dev.weir.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.Credential;
import dev.weir.core.event.DropReason;
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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sample against the rules alone, without HTTP or a stream.
class IntakeContractTest {

    private static final Catalog CATALOG = Catalog.load();
    private static final Intake INTAKE = new Intake(CATALOG, new PseudonymKeys(1, Map.of(1, new byte[32])));

    static Stream<Sample> samples() throws IOException {
        Path folder = Path.of(System.getProperty("weir.root"), "events-samples");
        return new Samples(CATALOG.products().keySet())
                .in(folder).stream()
                        .filter(sample -> outcome(sample).path("key").isMissingNode());
    }

    private static JsonNode outcome(Sample sample) {
        return sample.outcome().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void getsItsOutcome(Sample sample) {
        String product = sample.product().orElseThrow();
        Source source = Source.of(outcome(sample).path("credential").asText("client"));
        Sender sender = new Sender(
                new Credential(product, "acme", source),
                new Arrival("batch", Instant.parse("2026-02-08T14:30:00Z"), null));

        Body body = BodyReader.read(
                sample.body(),
                false,
                CATALOG.product(product).orElseThrow().settings().limits());

        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        int status = switch (body) {
            case Body.Unreadable _ -> 400;
            case Body.TooLarge _ -> 413;
            case Body.Events events -> {
                events.events().forEach(raw -> add(answer, INTAKE.admit(raw, sender)));
                yield 200;
            }
        };
        assertThat(Expectation.differences(outcome(sample), status, answer)).isEmpty();
    }

    private static void add(ObjectNode answer, Verdict verdict) {
        ObjectNode result = answer.withArray("/results").addObject();
        switch (verdict) {
            case Verdict.Accepted _ -> result.put("status", "accepted");
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
}
