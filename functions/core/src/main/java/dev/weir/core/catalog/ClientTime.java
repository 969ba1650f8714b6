package dev.weir.core.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import dev.weir.core.event.Violation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// When an event happened, by its client's clock.
sealed interface ClientTime {

    /// The client does not say.
    record Unsaid() implements ClientTime {}

    record At(Instant time) implements ClientTime {}

    /// What it says is no time.
    record Unreadable(Violation complaint) implements ClientTime {}

    static ClientTime read(JsonPointer at, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            // RFC 3339 has years of four digits; Java's parser takes more, up to what no timestamp holds.
            return time.getYear() >= 0 && time.getYear() <= 9999 ? new At(time.toInstant()) : unreadable(at);
        } catch (DateTimeParseException e) {
            return unreadable(at);
        }
    }

    private static ClientTime unreadable(JsonPointer at) {
        return new Unreadable(
                new Violation(at.toString(), "must be an RFC 3339 date-time, such as 2026-02-08T14:30:00.123Z"));
    }

    default Optional<Instant> instant() {
        return this instanceof At(Instant time) ? Optional.of(time) : Optional.empty();
    }

    default Optional<Violation> violation() {
        return this instanceof Unreadable(Violation complaint) ? Optional.of(complaint) : Optional.empty();
    }
}
