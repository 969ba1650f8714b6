package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.collector.IssuerKeys.Lookup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerKeysTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Signer OLD = Signer.ec("old");
    private static final Signer NEW = Signer.ec("new");

    private final KeySetServer server = KeySetServer.start();
    private final TestClock clock = new TestClock();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final IssuerKeys keys = new IssuerKeys(server.uri(), new KeySetClient(), clock, background::add);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keysAreFetchedOnceAndHeld() {
        server.serves(OLD);

        assertThat(find(OLD)).isEqualTo(new Lookup.Found(OLD.publicKey()));
        clock.advance(IssuerKeys.FRESH);
        assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);

        assertThat(server.asked()).isEqualTo(1);
        assertThat(background).isEmpty();
    }

    @Test
    void keysThatAreNoLongerFreshAreUsedWhileTheyAreFetchedAnew() {
        server.serves(OLD);
        find(OLD);
        server.serves(NEW);
        clock.advance(IssuerKeys.FRESH.plus(SECOND));

        assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);
        assertThat(server.asked()).isEqualTo(1);
        background.remove().run();

        assertThat(server.asked()).isEqualTo(2);
        assertThat(find(OLD)).isInstanceOf(Lookup.NoSuchKey.class);
        assertThat(find(NEW)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void keysThatAreAnHourOldAreFetchedBeforeTheyAreUsed() {
        server.serves(OLD);
        find(OLD);
        server.serves(NEW);
        clock.advance(IssuerKeys.REVALIDATE.plus(SECOND));

        assertThat(find(OLD)).isInstanceOf(Lookup.NoSuchKey.class);
        assertThat(server.asked()).isEqualTo(2);
    }

    @Test
    void aRotatedKeyIsPickedUpAMinuteAfterTheLastFetch() {
        server.serves(OLD);
        find(OLD);
        server.serves(OLD, NEW);
        clock.advance(IssuerKeys.PAUSE.minus(SECOND));

        assertThat(find(NEW)).isInstanceOf(Lookup.NoSuchKey.class);
        clock.advance(SECOND);

        assertThat(find(NEW)).isInstanceOf(Lookup.Found.class);
        assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);
        assertThat(server.asked()).isEqualTo(2);
    }

    @Test
    void aFloodOfUnknownKeysReachesTheIssuerOnceAMinute() {
        server.serves(OLD);
        find(OLD);
        clock.advance(IssuerKeys.PAUSE);

        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.find(new KeySet.Name("unknown-" + i, SigningAlgorithm.ES256)))
                    .isInstanceOf(Lookup.NoSuchKey.class);
            clock.advance(Duration.ofMillis(119));
        }

        // 119 seconds of flood: at 0, 60 and no more
        assertThat(server.asked()).isEqualTo(1 + 2);
    }

    @Test
    void aFloodFromManyThreadsAsksOnce() throws Exception {
        server.serves(OLD);
        find(OLD);
        clock.advance(IssuerKeys.PAUSE);
        List<Future<Lookup>> flood = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 1_000; i++) {
                flood.add(threads.submit(() -> find(NEW)));
            }
        }
        for (Future<Lookup> lookup : flood) {
            assertThat(lookup.get()).isInstanceOf(Lookup.NoSuchKey.class);
        }
        assertThat(server.asked()).isEqualTo(2);
    }

    @Test
    void withoutAnyKeysAnIssuerThatIsDownIsOutOfReachAndAskedAgainAfterTenSeconds() {
        server.isDown();

        assertThat(find(OLD)).isEqualTo(new Lookup.OutOfReach(IssuerKeys.COLD_PAUSE));
        server.serves(OLD);
        clock.advance(IssuerKeys.COLD_PAUSE.minus(SECOND));
        assertThat(find(OLD)).isEqualTo(new Lookup.OutOfReach(SECOND));
        assertThat(server.asked()).isEqualTo(1);
        clock.advance(SECOND);

        assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void keysThatAreHeldAreUsedForADayWhileTheIssuerIsDown() {
        server.serves(OLD);
        find(OLD);
        server.isDown();
        clock.advance(IssuerKeys.OUTAGE);

        assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);
        clock.advance(SECOND.multipliedBy(60));

        assertThat(find(OLD)).isInstanceOf(Lookup.OutOfReach.class);
    }

    @Test
    void anIssuerThatIsDownIsAskedOnceAMinuteWhileItsKeysAreHeld() {
        server.serves(OLD);
        find(OLD);
        server.isDown();
        clock.advance(Duration.ofHours(2));

        for (int i = 0; i < 60; i++) {
            assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);
            clock.advance(SECOND);
        }

        assertThat(server.asked()).isEqualTo(2);
    }

    @Test
    void whetherAnotherKeyExistsIsNotKnownWhileTheIssuerIsDown() {
        server.serves(OLD);
        find(OLD);
        server.isDown();
        clock.advance(IssuerKeys.PAUSE);

        assertThat(find(NEW)).isEqualTo(new Lookup.OutOfReach(IssuerKeys.PAUSE));
        assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"keys\":7}", "{\"keys\":[7]}", "{\"keys\":null}"})
    void whatIsNoKeySetDoesNotReplaceOne(String body) {
        server.serves(OLD);
        find(OLD);
        server.answers(200, body);
        clock.advance(IssuerKeys.REVALIDATE.plus(SECOND));

        assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);
        assertThat(server.asked()).isEqualTo(2);
    }

    @Test
    void aKeySetMayBeAsLargeAsTheLimitAndNotLarger() {
        String set = Signer.keySet(OLD);
        server.answers(200, set + " ".repeat(KeySetClient.MOST_BYTES + 1 - set.length()));
        assertThat(find(OLD)).isInstanceOf(Lookup.OutOfReach.class);

        server.answers(200, set + " ".repeat(KeySetClient.MOST_BYTES - set.length()));
        clock.advance(IssuerKeys.COLD_PAUSE);
        assertThat(find(OLD)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (KeySetServer elsewhere = KeySetServer.start()) {
            elsewhere.serves(OLD);
            server.answers(302, Map.of("location", elsewhere.uri().toString()), "");

            assertThat(find(OLD)).isInstanceOf(Lookup.OutOfReach.class);
            assertThat(elsewhere.asked()).isZero();
        }
    }

    @Test
    void anAnswerThatDoesNotEndIsNone() {
        server.serves(OLD).stallsInTheBody();
        IssuerKeys hurried =
                new IssuerKeys(server.uri(), new KeySetClient(Duration.ofMillis(100)), clock, background::add);

        assertThat(hurried.find(new KeySet.Name("old", SigningAlgorithm.ES256))).isInstanceOf(Lookup.OutOfReach.class);
    }

    private Lookup find(Signer signer) {
        return keys.find(new KeySet.Name(signer.kid(), SigningAlgorithm.ES256));
    }
}
