package dev.weir.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EventSchema;
import dev.weir.core.catalog.Form;
import dev.weir.core.catalog.Product;
import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.event.Violation;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.BodyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/// Every schema of the catalogs as it was compiled, against the validator library.
class CompiledSchemasTest {

    private static final Catalog CATALOG = Catalog.load();
    private static final List<Judged> JUDGED = judged();

    /// A value that a sample has where a schema judges it.
    private record Judged(EventSchema schema, JsonNode value) {}

    @Test
    void passesEveryAcceptedSampleWithoutTheLibrary() {
        assertThat(JUDGED)
                .hasSizeGreaterThanOrEqualTo(2 * 165)
                .filteredOn(judged -> !judged.schema().passes(judged.value()))
                .extracting(judged -> judged.value().toString())
                .isEmpty();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void passesNoMutantThatTheLibraryTurnsAway(@ForAll Random random) {
        Mutations mutations = new Mutations(random);
        for (Judged judged : JUDGED) {
            JsonNode mutant = mutations.of(judged.value());
            if (judged.schema().passes(mutant)) {
                List<Violation> violations = judged.schema().violations(mutant, "");
                assertThat(violations).as(mutant.toString()).isEmpty();
            }
        }
    }

    private static List<Judged> judged() {
        List<Judged> judged = new ArrayList<>();
        for (Sample sample : accepted()) {
            Product product = CATALOG.product(sample.product().orElseThrow()).orElseThrow();
            if (BodyReader.read(sample.body(), false, product.settings().limits()) instanceof Body.Events body) {
                body.events().forEach(event -> judged.addAll(judged(event, product, sender(sample, product))));
            }
        }
        return judged;
    }

    private static List<Judged> judged(RawEvent event, Product product, Sender sender) {
        Form form = product.settings().dialect().formOf(event.json()).orElseThrow();
        return switch (CATALOG.validate(event, sender)) {
            case Outcome.Passed<ValidEvent>(ValidEvent valid) ->
                List.of(
                        new Judged(form.schema(), event.json()),
                        new Judged(valid.policy().schema(), valid.properties()));
            case Outcome.Rejected<ValidEvent> _, Outcome.Dropped<ValidEvent> _ -> List.of();
        };
    }

    private static Sender sender(Sample sample, Product product) {
        String source = sample.outcome().orElseThrow().path("credential").asText("client");
        return new Sender(
                new Credential(product.name(), "acme", Source.of(source)),
                new Arrival("batch", Instant.parse("2026-02-08T14:30:00Z"), null));
    }

    private static List<Sample> accepted() {
        Path folder = Path.of(System.getProperty("weir.root"), "events-samples");
        try {
            return new Samples(CATALOG.products().keySet())
                    .in(folder).stream()
                            .filter(sample -> sample.outcome().isPresent())
                            .filter(sample -> sample.name().contains("accepted"))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the samples", e);
        }
    }
}
