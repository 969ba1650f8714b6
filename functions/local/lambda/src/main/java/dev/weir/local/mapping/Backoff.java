package dev.weir.local.mapping;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before trying again: doubles from 100 ms up to 10 s, of which a random half is
/// left out so that shards do not retry in step.
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    static Backoff usual() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), RandomGenerator.getDefault());
    }

    /// `tries` have failed so far, at least one.
    Duration after(int tries) {
        Duration grown = first.multipliedBy(1L << Math.min(tries - 1, 20));
        long bound = Math.min(grown.toMillis(), longest.toMillis());
        return Duration.ofMillis(bound / 2 + random.nextLong(bound / 2 + 1));
    }
}
