package dev.weir.benchmarks;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Limits;
import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.consent.Consent;
import dev.weir.core.consent.ConsentedEvent;
import dev.weir.core.enrich.Enriched;
import dev.weir.core.enrich.Enricher;
import dev.weir.core.enrich.LookupTables;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.BodyReader;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.Verdict;
import dev.weir.core.privacy.Pii;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.core.privacy.PseudonymousEvent;
import dev.weir.core.privacy.Pseudonyms;
import dev.weir.core.privacy.StrippedEvent;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.RecordTooLarge;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The way of a request with ten events, stage by stage. Each stage works on what the one before it made.
final class RequestSteps {

    private final Catalog catalog = Catalog.load();
    private final PseudonymKeys keys = new PseudonymKeys(1, Map.of(1, new byte[32]));
    private final Consent consent = new Consent(catalog);
    private final Pseudonyms pseudonyms = new Pseudonyms(keys);
    private final Pii pii = new Pii(catalog, pseudonyms);
    private final Enricher enricher = new Enricher(LookupTables.NONE);
    private final Intake intake = new Intake(catalog, keys);
    private final RecordCodec codec = new RecordCodec();
    private final Sender sender = Samples.client("ott-streaming");
    private final byte[] json = Samples.request();

    private final List<RawEvent> raw = read();
    private final List<ValidEvent> valid = validate();
    private final List<ConsentedEvent> consented = enforce();
    private final List<StrippedEvent> stripped = strip();
    private final List<PseudonymousEvent> named = pseudonymise();
    private final List<StoredEvent> stored =
            enrich().stream().map(Enriched::event).toList();

    List<RawEvent> read() {
        return switch (BodyReader.read(json, false, Limits.DEFAULT)) {
            case Body.Events(List<RawEvent> events, var _) -> events;
            case Body.TooLarge _, Body.Unreadable _ -> throw new IllegalStateException("the sample cannot be read");
        };
    }

    List<ValidEvent> validate() {
        return passed(raw, event -> catalog.validate(event, sender));
    }

    List<ConsentedEvent> enforce() {
        return passed(valid, consent::enforce);
    }

    List<StrippedEvent> strip() {
        return passed(consented, pii::strip);
    }

    List<PseudonymousEvent> pseudonymise() {
        return stripped.stream().map(pseudonyms::pseudonymise).toList();
    }

    List<Enriched> enrich() {
        return named.stream().map(enricher::enrich).toList();
    }

    /// The events as they are stored.
    List<StoredEvent> stored() {
        return stored;
    }

    byte[] frame() throws RecordTooLarge {
        return codec.encode(stored);
    }

    /// All of it, from bytes to bytes.
    byte[] whole() throws RecordTooLarge {
        return codec.encode(read().stream()
                .map(event -> intake.admit(event, sender))
                .map(RequestSteps::accepted)
                .toList());
    }

    int size() {
        return json.length;
    }

    private static StoredEvent accepted(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> accepted.event();
            case Verdict.Rejected _, Verdict.Dropped _ ->
                throw new IllegalStateException("an event of the sample is not accepted");
        };
    }

    private static <T, R> List<R> passed(List<T> events, Function<T, Outcome<R>> stage) {
        return events.stream()
                .map(stage)
                .map(outcome -> switch (outcome) {
                    case Outcome.Passed<R>(R value) -> value;
                    case Outcome.Rejected<R> _, Outcome.Dropped<R> _ ->
                        throw new IllegalStateException("an event of the sample does not pass");
                })
                .toList();
    }
}
