package dev.weir.collector;

import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/// The keys at one URL, held in memory: used as they are for 10 minutes, then used while they are fetched anew, after
/// an
/// hour fetched first, and without an answer of the issuer used for a day. A key that is not among them has them
/// fetched, but never more than once a minute, however many requests and threads ask; while there are none at all,
/// every 10 seconds.
final class IssuerKeys {

    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration REVALIDATE = Duration.ofHours(1);
    static final Duration OUTAGE = Duration.ofHours(24);
    static final Duration PAUSE = Duration.ofMinutes(1);
    static final Duration COLD_PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final URI uri;
    private final KeySetClient client;
    private final Clock clock;
    private final Executor background;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Held held = Held.NOTHING;

    /// @param background runs a fetch while requests go on
    IssuerKeys(URI uri, KeySetClient client, Clock clock, Executor background) {
        this.uri = uri;
        this.client = client;
        this.clock = clock;
        this.background = background;
    }

    /// What is known of a key.
    sealed interface Lookup {

        record Found(PublicKey key) implements Lookup {}

        /// The issuer was asked less than a minute ago, and does not have it.
        record NoSuchKey() implements Lookup {}

        /// The issuer did not answer.
        record OutOfReach(Duration retryAfter) implements Lookup {}
    }

    Lookup find(KeySet.Name name) {
        revalidate();
        Optional<PublicKey> key = held.usable(clock.instant()).find(name);
        if (key.isEmpty()) {
            fetch();
            key = held.usable(clock.instant()).find(name);
        }
        return key.<Lookup>map(Lookup.Found::new).orElseGet(this::missing);
    }

    private void revalidate() {
        Instant now = clock.instant();
        if (held.isOlderThan(REVALIDATE, now)) {
            fetch();
        } else if (held.isOlderThan(FRESH, now) && held.mayAskAt(now)) {
            background.execute(this::fetch);
        }
    }

    /// Asks the issuer, unless that was done a moment ago; who comes meanwhile waits for the same answer.
    private void fetch() {
        fetching.lock();
        try {
            Instant now = clock.instant();
            if (held.mayAskAt(now)) {
                held = held.asked(now);
                held = held.answered(client.get(uri), clock.instant());
            }
        } catch (IOException e) {
            held = held.withoutAnswer(clock.instant());
            LOG.warnf("issuer keys not fetched host=%s reason='%s'", uri.getHost(), e.getMessage());
        } finally {
            fetching.unlock();
        }
    }

    private Lookup missing() {
        return held.failed
                ? new Lookup.OutOfReach(Duration.between(clock.instant(), held.nextAsking()))
                : new Lookup.NoSuchKey();
    }

    /// @param fetchedAt when the keys came
    /// @param askedAt when the last fetch began, and once it is over, when it ended; pauses count from then
    /// @param failed whether it did not answer then
    private record Held(KeySet keys, Instant fetchedAt, Instant askedAt, boolean failed) {

        static final Held NOTHING = new Held(KeySet.NONE, Instant.EPOCH, Instant.EPOCH, true);

        boolean isOlderThan(Duration age, Instant now) {
            return now.isAfter(fetchedAt.plus(age));
        }

        KeySet usable(Instant now) {
            return isOlderThan(OUTAGE, now) ? KeySet.NONE : keys;
        }

        Instant nextAsking() {
            return askedAt.plus(askedAt.isAfter(fetchedAt.plus(OUTAGE)) ? COLD_PAUSE : PAUSE);
        }

        boolean mayAskAt(Instant now) {
            return !now.isBefore(nextAsking());
        }

        Held asked(Instant now) {
            return new Held(keys, fetchedAt, now, failed);
        }

        Held answered(KeySet answer, Instant now) {
            return new Held(answer, now, now, false);
        }

        Held withoutAnswer(Instant now) {
            return new Held(keys, fetchedAt, now, true);
        }
    }
}
