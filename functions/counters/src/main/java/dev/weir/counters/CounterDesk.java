package dev.weir.counters;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.CounterRule;
import dev.weir.core.event.Credential;
import dev.weir.core.intake.KeyCheck;
import dev.weir.core.intake.WriteKey;
import dev.weir.core.intake.WriteKeys;
import java.util.List;
import java.util.Optional;

/// Answers questions about a counter, to the servers of its product.
final class CounterDesk {

    private final Catalog catalog;
    private final WriteKeys keys;
    private final RangeParameters parameters;
    private final CounterReader reader;

    CounterDesk(Catalog catalog, WriteKeys keys, RangeParameters parameters, CounterReader reader) {
        this.catalog = catalog;
        this.keys = keys;
        this.parameters = parameters;
        this.reader = reader;
    }

    Answer answer(Question question) {
        return switch (question.key().map(keys::check).orElseGet(KeyCheck.Unknown::new)) {
            case KeyCheck.Unknown() -> unauthorized("a write key of the product is needed");
            case KeyCheck.Revoked() -> unauthorized("the write key was revoked");
            case KeyCheck.Valid(WriteKey key) -> answer(question, key.credential());
        };
    }

    private static Answer unauthorized(String detail) {
        return new Answer.Refused(401, "authorization", detail);
    }

    private Answer answer(Question question, Credential credential) {
        return switch (credential.source()) {
            case CLIENT -> new Answer.Refused(403, "authorization", "counters are for keys of servers");
            case SERVER -> answerServer(question, credential);
        };
    }

    private Answer answerServer(Question question, Credential credential) {
        if (!credential.product().equals(question.product())) {
            return new Answer.Refused(404, "product", "is not the product of this key");
        }
        Optional<CounterRule> rule = rules(question.product()).stream()
                .filter(declared -> declared.name().equals(question.counter()))
                .findFirst();
        if (rule.isEmpty()) {
            return new Answer.Refused(404, "counter", "is not a counter of this product");
        }
        return switch (parameters.read(question.parameters(), rule.get().window())) {
            case RangeParameters.Read.Range(TimeRange range) -> counts(question.product(), rule.get(), range);
            case RangeParameters.Read.Wrong(String field, String detail) -> new Answer.Refused(400, field, detail);
        };
    }

    private Answer counts(String product, CounterRule rule, TimeRange range) {
        return reader.read(product, rule, range)
                .<Answer>map(points -> new Answer.Counts(product, rule, range, points))
                .orElseGet(() -> new Answer.Refused(
                        400, "from", "the range has more than " + CounterReader.MAX_POINTS + " points"));
    }

    private List<CounterRule> rules(String product) {
        return catalog.product(product)
                .map(declared -> declared.settings().counters())
                .orElse(List.of());
    }
}
