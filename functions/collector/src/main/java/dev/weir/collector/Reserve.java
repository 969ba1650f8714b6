package dev.weir.collector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The buckets of all credentials, which all instances share. An instance takes what it will need for a while, so that
/// it seldom asks.
final class Reserve {

    /// An unused bucket is full after this, whatever the burst, and its day is over.
    private static final Duration KEPT = Duration.ofDays(2);

    private static final int MOST_ROUNDS = 8;

    private final IntakeTable table;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, IntakeTable.Item> seen = new ConcurrentHashMap<>();

    Reserve(IntakeTable table, Clock clock, RandomGenerator random) {
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    /// A credential's buckets.
    ///
    /// @param key under which its items are
    record Account(String key, ShardRates rates) {}

    /// Takes from one shard, or, where that is empty, from another.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException if the table does not answer
    Allowance take(Account account, Tokens need, Tokens want, long report) {
        int first = random.nextInt(account.rates().shards());
        Allowance allowance = from(account, first, need, want, report);
        for (int i = 1; i < account.rates().shards() && !(allowance instanceof Allowance.Granted); i++) {
            allowance = from(account, (first + i) % account.rates().shards(), need, want, report);
        }
        return allowance;
    }

    /// What an instance remembers of a shard may be old, and then it was fuller than it is now: a refusal holds anyway.
    private Allowance from(Account account, int shard, Tokens need, Tokens want, long report) {
        String key = "rate#" + account.key() + "#" + shard;
        IntakeTable.@Nullable Item item = seen.get(key);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Instant now = clock.instant();
            Bucket bucket = item == null ? Bucket.FULL : Bucket.of(item.attributes());
            Bucket.Taken taken = bucket.take(account.rates(), need, want, report, now);
            if (!(taken.allowance() instanceof Allowance.Granted)) {
                return taken.allowance();
            }
            switch (table.put(key, item, taken.bucket().item(), now.plus(KEPT))) {
                case IntakeTable.Put.Stored(IntakeTable.Item stored) -> {
                    seen.put(key, stored);
                    return taken.allowance();
                }
                case IntakeTable.Put.Outrun(IntakeTable.Item current) -> item = remember(key, current);
            }
        }
        return new Allowance.TooFast(Duration.ofSeconds(1));
    }

    private IntakeTable.@Nullable Item remember(String key, IntakeTable.@Nullable Item current) {
        if (current == null) {
            seen.remove(key);
        } else {
            seen.put(key, current);
        }
        return current;
    }
}
