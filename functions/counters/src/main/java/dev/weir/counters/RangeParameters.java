package dev.weir.counters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/// Reads `from` and `to`: ISO 8601 instants, the last hour when they are not there.
final class RangeParameters {

    static final int MAX_WINDOWS = 1440;

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Clock clock;

    RangeParameters(Clock clock) {
        this.clock = clock;
    }

    sealed interface Read {

        record Range(TimeRange range) implements Read {}

        record Wrong(String field, String detail) implements Read {}
    }

    Read read(Map<String, String> parameters, Duration window) {
        Optional<Instant> to =
                instant(parameters.getOrDefault("to", clock.instant().toString()));
        if (to.isEmpty()) {
            return new Read.Wrong("to", "is not an instant such as 2026-02-08T15:00:00Z");
        }
        Instant hourBefore = to.get().minus(shorter(Duration.ofHours(1), window.multipliedBy(MAX_WINDOWS)));
        Optional<Instant> from = instant(parameters.getOrDefault("from", hourBefore.toString()));
        if (from.isEmpty()) {
            return new Read.Wrong("from", "is not an instant such as 2026-02-08T14:00:00Z");
        }
        return range(from.get(), to.get(), window);
    }

    private static Read range(Instant from, Instant to, Duration window) {
        if (!from.isBefore(to)) {
            return new Read.Wrong("from", "is not before 'to'");
        }
        if (Duration.between(from, to).compareTo(window.multipliedBy(MAX_WINDOWS)) > 0) {
            return new Read.Wrong("from", "is more than " + MAX_WINDOWS + " windows of " + window + " before 'to'");
        }
        return new Read.Range(new TimeRange(from, to));
    }

    private static Optional<Instant> instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            return Optional.of(instant).filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration left, Duration right) {
        return left.compareTo(right) < 0 ? left : right;
    }
}
