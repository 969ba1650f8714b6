package dev.weir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Form;
import dev.weir.core.catalog.Limits;
import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Violation;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.BodyReader;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.Verdict;
import dev.weir.core.privacy.PseudonymKeys;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The way of one event of 1.1 KB, step by step.
final class EventSteps {

    private final Catalog catalog = Catalog.load();
    private final Intake intake = new Intake(catalog, new PseudonymKeys(1, Map.of(1, new byte[32])));
    private final Sender sender = Samples.client("ott-streaming");
    private final byte[] json = Samples.event();
    private final JsonMapper mapper = new JsonMapper();
    private final RawEvent raw = read();
    private final ValidEvent valid = valid();
    private final Form form =
            catalog.settings(valid.policy().type()).dialect().formOf(raw.json()).orElseThrow();

    /// What the parser alone takes, without the collector's settings and checks.
    JsonNode parse() throws IOException {
        return mapper.readTree(json);
    }

    /// As the collector reads a body.
    RawEvent read() {
        return switch (BodyReader.read(json, false, Limits.DEFAULT)) {
            case Body.Events(List<RawEvent> events, var _) -> events.getFirst();
            case Body.TooLarge _, Body.Unreadable _ -> throw new IllegalStateException("the sample cannot be read");
        };
    }

    Outcome<ValidEvent> validate() {
        return catalog.validate(raw, sender);
    }

    /// Only the shape: the envelope and the properties against their compiled schemas.
    List<Violation> schemas() {
        List<Violation> violations = form.schema().check(raw.json(), "");
        return violations.isEmpty() ? valid.policy().schema().check(valid.properties(), "") : violations;
    }

    /// The same shape, judged by the validator library.
    List<Violation> schemasByLibrary() {
        List<Violation> violations = form.schema().violations(raw.json(), "");
        return violations.isEmpty() ? valid.policy().schema().violations(valid.properties(), "") : violations;
    }

    Verdict admit() {
        return intake.admit(raw, sender);
    }

    private ValidEvent valid() {
        return switch (catalog.validate(raw, sender)) {
            case Outcome.Passed<ValidEvent>(ValidEvent passed) -> passed;
            case Outcome.Rejected<ValidEvent> rejected -> throw new IllegalStateException("the sample is " + rejected);
            case Outcome.Dropped<ValidEvent> dropped -> throw new IllegalStateException("the sample is " + dropped);
        };
    }
}
