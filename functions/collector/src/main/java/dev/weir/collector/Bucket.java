package dev.weir.collector;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One shard of what a credential may use over time: two token buckets, kept as the moment at which each would be full
/// again (the virtual scheduling of ATM's Generic Cell Rate Algorithm, ITU-T I.371), and what was used today.
///
/// @param requestsAt microseconds since the epoch
/// @param eventsAt microseconds since the epoch
/// @param day since the epoch, in UTC
/// @param used events on that day, as far as they were reported
record Bucket(long requestsAt, long eventsAt, long day, long used) {

    static final Bucket FULL = new Bucket(0, 0, 0, 0);

    /// The bucket after something was taken from it, or why nothing was.
    ///
    /// @param allowance what was granted, or refused
    record Taken(Bucket bucket, Allowance allowance) {}

    /// Takes between what is needed and what is wanted.
    ///
    /// @param report events that were used since the last report, to be counted to the day
    Taken take(ShardRates rates, Tokens need, Tokens want, long report, Instant now) {
        Bucket today = on(now.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay());
        if (today.used + report + need.events() > rates.eventsPerDay()) {
            return new Taken(today, new Allowance.UsedUp(untilTomorrow(now)));
        }
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        Tokens free = new Tokens(rates.freeRequests(at, requestsAt), rates.freeEvents(at, eventsAt));
        if (!free.cover(need)) {
            return new Taken(today, new Allowance.TooFast(rates.wait(need, at, this)));
        }
        Tokens grant = want.atLeast(need).atMost(free);
        return new Taken(
                new Bucket(
                        Math.max(at, requestsAt) + rates.requestMicros(grant.requests()),
                        Math.max(at, eventsAt) + rates.eventMicros(grant.events()),
                        today.day,
                        today.used + report),
                new Allowance.Granted(grant));
    }

    private Bucket on(long today) {
        return day == today ? this : new Bucket(requestsAt, eventsAt, today, 0);
    }

    private static Duration untilTomorrow(Instant now) {
        Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return Duration.between(now, tomorrow);
    }

    static Bucket of(Map<String, AttributeValue> item) {
        return new Bucket(
                number(item, "requests_at"), number(item, "events_at"), number(item, "day"), number(item, "used"));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    Map<String, AttributeValue> item() {
        return Map.of(
                "requests_at", number(requestsAt),
                "events_at", number(eventsAt),
                "day", number(day),
                "used", number(used));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
