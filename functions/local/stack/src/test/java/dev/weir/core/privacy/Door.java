package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.consent.Consent;
import dev.weir.core.enrich.Enricher;
import dev.weir.core.enrich.LookupTables;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.Credential;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.BodyReader;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;

/// The way of a request from its bytes to verdicts, with all the rules or without some.
final class Door {

    static final Catalog CATALOG = Catalog.load();

    private static final PseudonymKeys KEYS = new PseudonymKeys(1, Map.of(1, new byte[32]));

    private final BiFunction<RawEvent, Sender, Verdict> admitting;

    private Door(BiFunction<RawEvent, Sender, Verdict> admitting) {
        this.admitting = admitting;
    }

    /// As it is.
    static Door complete() {
        return new Door(new Intake(CATALOG, KEYS)::admit);
    }

    /// The same stages, with other rules.
    static Door with(PiiRules rules) {
        return with(CATALOG, rules);
    }

    /// The same stages for another catalog.
    static Door with(Catalog catalog, PiiRules rules) {
        Consent consent = new Consent(catalog);
        Pseudonyms pseudonyms = new Pseudonyms(KEYS);
        Pii pii = new Pii(catalog, pseudonyms, rules);
        Enricher enricher = new Enricher(LookupTables.NONE);
        return new Door((raw, sender) -> Verdict.of(catalog.validate(raw, sender)
                .then(consent::enforce)
                .then(pii::strip)
                .map(pseudonyms::pseudonymise)
                .map(enricher::enrich)));
    }

    /// @param gzip whether the body is sent compressed
    List<Verdict> send(String product, Source source, byte[] body, boolean gzip) throws IOException {
        Sender sender = new Sender(
                new Credential(product, "acme", source),
                new Arrival("batch-1", Instant.parse("2026-02-08T14:30:00Z"), ClientAddress.of("192.0.2.7")));
        Body read = BodyReader.read(
                gzip ? compressed(body) : body,
                gzip,
                CATALOG.product(product).orElseThrow().settings().limits());
        return switch (read) {
            case Body.Events(List<RawEvent> events, var _) ->
                events.stream().map(raw -> admitting.apply(raw, sender)).toList();
            case Body.Unreadable _, Body.TooLarge _ -> List.of();
        };
    }

    /// JSON in which every text is written by the numbers of its characters, keys included.
    static byte[] escaped(JsonNode json) throws IOException {
        StringBuilder written = new StringBuilder();
        boolean inText = false;
        String plain = new JsonMapper().writeValueAsString(json);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (inText && c == '\\') {
                written.append(c).append(plain.charAt(++i));
            } else if (c == '"') {
                inText = !inText;
                written.append(c);
            } else {
                written.append(inText ? Disguise.escaped(String.valueOf(c)) : String.valueOf(c));
            }
        }
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }
}
