package dev.weir.collector;

import dev.weir.core.catalog.Rates;
import java.time.Duration;

/// A shard's part of the rates of a credential. Rounded so that all shards together never allow more than the rates.
record ShardRates(Rates rates, int shards) {

    private static final long SECOND = 1_000_000;

    /// So many events a second are one shard's, so that no item is asked for more often than DynamoDB serves one.
    private static final int EVENTS_PER_SHARD = 5_000;

    private static final int MOST_SHARDS = 16;

    /// The parts of rates: as many as the rates need, and so few that the burst of each holds the largest request.
    ///
    /// @param largest most events of a request
    static ShardRates of(Rates rates, int largest) {
        long burst = (long) rates.eventsPerSecond() * rates.burstSeconds();
        long fitting = Math.max(1, burst / (2L * Math.max(1, largest)));
        long wanted = Math.max(1, rates.eventsPerSecond() / EVENTS_PER_SHARD);
        long byRequests = (long) rates.requestsPerSecond() * rates.burstSeconds();
        long shards = Math.min(Math.min(fitting, byRequests), Math.min(wanted, MOST_SHARDS));
        return new ShardRates(rates, (int) shards);
    }

    long eventsPerDay() {
        return rates.eventsPerDay() / shards;
    }

    /// What a full shard holds.
    Tokens capacity() {
        return new Tokens(freeRequests(0, 0), freeEvents(0, 0));
    }

    long freeRequests(long now, long fullAt) {
        return room(now, fullAt) * rates.requestsPerSecond() / (SECOND * shards);
    }

    long freeEvents(long now, long fullAt) {
        return room(now, fullAt) * rates.eventsPerSecond() / (SECOND * shards);
    }

    private long room(long now, long fullAt) {
        return Math.max(0, burstMicros() - Math.max(0, fullAt - now));
    }

    private long burstMicros() {
        return rates.burstSeconds() * SECOND;
    }

    long requestMicros(long requests) {
        return Math.ceilDiv(requests * SECOND * shards, rates.requestsPerSecond());
    }

    long eventMicros(long events) {
        return Math.ceilDiv(events * SECOND * shards, rates.eventsPerSecond());
    }

    /// How long until a bucket has what is needed.
    Duration wait(Tokens need, long now, Bucket bucket) {
        long requests = bucket.requestsAt() + requestMicros(need.requests()) - burstMicros() - now;
        long events = bucket.eventsAt() + eventMicros(need.events()) - burstMicros() - now;
        return Duration.ofNanos(1_000 * Math.max(1, Math.max(requests, events)));
    }
}
