package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.Credential;
import dev.weir.core.event.Objection;
import dev.weir.core.event.Objections;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Source;
import dev.weir.core.privacy.ObjectionEntry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectionListTest {

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Credential ACME = new Credential("shop", "acme", Source.CLIENT);
    private static final Credential OTHER = new Credential("shop", "other", Source.CLIENT);
    private static final Pseudonym ANA = new Pseudonym(1, 1);
    private static final ObjectionEntry RESTRICT =
            new ObjectionEntry("shop", "acme", Set.of(ANA), Objection.EVERYTHING, false);
    private static final ObjectionEntry WITHDRAW =
            new ObjectionEntry("shop", "acme", Set.of(ANA), Objection.EVERYTHING, true);

    private final FakeDynamo dynamo = new FakeDynamo();
    private final TestClock clock = new TestClock();
    private final ObjectionList list =
            new ObjectionList(new ObjectionTable(dynamo, "weir-objections-test"), HOLD, clock);

    @Test
    void anEmptyListIsLookedAtOnceASecondAndNeverRead() {
        for (int tenth = 0; tenth < 30; tenth++) {
            assertThat(list.of(ACME)).contains(Objections.NONE);
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(dynamo.looks()).containsExactly(3, 0);
    }

    @Test
    void anObjectionIsKnownASecondLaterAndToItsTenantOnly() {
        list.of(ACME);
        dynamo.object(RESTRICT);
        clock.advance(ObjectionList.FRESH);

        assertThat(list.of(ACME).orElseThrow().of(ANA).isRestriction()).isTrue();
        assertThat(list.of(OTHER)).contains(Objections.NONE);
    }

    @Test
    void onlyWhatIsNewIsRead() {
        dynamo.object(RESTRICT);
        list.of(ACME);
        dynamo.object(WITHDRAW);
        clock.advance(ObjectionList.FRESH);

        assertThat(list.of(ACME)).contains(Objections.NONE);
        clock.advance(ObjectionList.FRESH);
        list.of(ACME);
        assertThat(dynamo.looks()).containsExactly(3, 2);
    }

    @Test
    void aListThatCannotBeReadHoldsForAsLongAsRequestsWaitForIt() {
        dynamo.object(RESTRICT);
        list.of(ACME);
        dynamo.hidesObjections();

        clock.advance(HOLD.minusMillis(1));
        assertThat(list.of(ACME)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(list.of(ACME)).isEmpty();
        dynamo.works();
        clock.advance(ObjectionList.FRESH);
        assertThat(list.of(ACME).orElseThrow().of(ANA).isRestriction()).isTrue();
    }

    @Test
    void nobodySendsBeforeTheListWasReadOnce() {
        dynamo.hidesObjections();

        assertThat(list.of(ACME)).isEmpty();
    }

    @Test
    void aTableThatFailsIsAskedOnceASecond() {
        dynamo.hidesObjections();
        for (int tenth = 0; tenth < 20; tenth++) {
            list.of(ACME);
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(dynamo.looks()).containsExactly(2, 0);
    }

    @Test
    void aClockThatIsSetBackMakesTheListStale() {
        list.of(ACME);
        clock.advance(Duration.ofHours(-1));

        list.of(ACME);

        assertThat(dynamo.looks()).containsExactly(2, 0);
    }
}
