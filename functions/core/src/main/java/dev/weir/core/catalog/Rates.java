package dev.weir.core.catalog;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How much one credential may send over time.
///
/// @param requestsPerSecond from 1 to a million
/// @param eventsPerSecond from 1 to a million
/// @param burstSeconds so many seconds' worth may come at once after a quiet time; from 1 to 3,600
/// @param eventsPerDay by the calendar day in UTC; from 1 to a trillion
public record Rates(int requestsPerSecond, int eventsPerSecond, int burstSeconds, long eventsPerDay) {

    /// What holds where a product says nothing.
    public static final Rates DEFAULT = new Rates(1_000, 10_000, 10, 100_000_000);

    private static final String REQUESTS = "requests_per_second";
    private static final String EVENTS = "events_per_second";
    private static final String BURST = "burst_seconds";
    private static final String DAY = "events_per_day";
    private static final Set<String> FIELDS = Set.of(REQUESTS, EVENTS, BURST, DAY);

    /// @throws IllegalArgumentException if a number is out of its range
    public Rates {
        within(REQUESTS, requestsPerSecond, 1_000_000);
        within(EVENTS, eventsPerSecond, 1_000_000);
        within(BURST, burstSeconds, 3_600);
        within(DAY, eventsPerDay, 1_000_000_000_000L);
    }

    private static void within(String field, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("'" + field + "' must be a whole number from 1 to " + most);
        }
    }

    /// These, with some of them replaced, by the names that they have in configuration: `requests_per_second`,
    /// `events_per_second`, `burst_seconds`, `events_per_day`.
    ///
    /// @throws IllegalArgumentException if a name is not known, or a number is out of its range
    public Rates with(Map<String, Long> others) {
        if (!FIELDS.containsAll(others.keySet())) {
            throw new IllegalArgumentException("limits are " + String.join(", ", new TreeSet<>(FIELDS)));
        }
        return new Rates(
                whole(others.getOrDefault(REQUESTS, (long) requestsPerSecond)),
                whole(others.getOrDefault(EVENTS, (long) eventsPerSecond)),
                whole(others.getOrDefault(BURST, (long) burstSeconds)),
                others.getOrDefault(DAY, eventsPerDay));
    }

    private static int whole(long value) {
        return value < 0 ? 0 : (int) Math.min(value, Integer.MAX_VALUE);
    }

    /// Whether a request of so many events can pass at all.
    ///
    /// @throws IllegalArgumentException if it never could
    public Rates holding(int events) {
        if ((long) eventsPerSecond * burstSeconds < events) {
            throw new IllegalArgumentException("'" + EVENTS + "' times '" + BURST + "' is less than the " + events
                    + " events that one request may have");
        }
        return this;
    }
}
