package dev.weir.benchmarks;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Limits;
import dev.weir.core.consent.Consent;
import dev.weir.core.consent.ConsentedEvent;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.Sender;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.BodyReader;
import dev.weir.core.privacy.Pii;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.core.privacy.Pseudonyms;
import dev.weir.core.privacy.StrippedEvent;
import java.util.List;
import java.util.Map;

/// An event on its way up to where personal data is looked for, and that step.
final class PiiSteps {

    private final Pii pii;
    private final ConsentedEvent event;

    private PiiSteps(byte[] json, Sender sender) {
        Catalog catalog = Catalog.load();
        Pseudonyms pseudonyms = new Pseudonyms(new PseudonymKeys(1, Map.of(1, new byte[32])));
        this.pii = new Pii(catalog, pseudonyms);
        this.event = passed(catalog.validate(read(json), sender).then(new Consent(catalog)::enforce));
    }

    /// An event of an app whose values are all of the catalog.
    static PiiSteps declared() {
        return new PiiSteps(Samples.event(), Samples.client("ott-streaming"));
    }

    /// A log entry of a service, half of it prose and half of it what its catalog leaves open.
    static PiiSteps open() {
        return new PiiSteps(Samples.open(), Samples.server("thedata"));
    }

    Outcome<StrippedEvent> strip() {
        return pii.strip(event);
    }

    /// What is taken out.
    List<Redaction> redactions() {
        return passed(strip()).receipt().redactions();
    }

    private static RawEvent read(byte[] json) {
        return switch (BodyReader.read(json, false, Limits.DEFAULT)) {
            case Body.Events(List<RawEvent> events, var _) -> events.getFirst();
            case Body.TooLarge _, Body.Unreadable _ -> throw new IllegalStateException("the sample cannot be read");
        };
    }

    private static <T> T passed(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Passed<T>(T value) -> value;
            case Outcome.Rejected<T> rejected -> throw new IllegalStateException("the sample is " + rejected);
            case Outcome.Dropped<T> dropped -> throw new IllegalStateException("the sample is " + dropped);
        };
    }
}
