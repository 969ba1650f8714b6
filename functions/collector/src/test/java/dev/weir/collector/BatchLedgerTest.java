package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.collector.BatchLedger.Claim;
import dev.weir.collector.BatchLedger.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

class BatchLedgerTest {

    private static final byte[] ANSWER = "{\"accepted\":1}".getBytes(StandardCharsets.UTF_8);

    private final TestClock clock = new TestClock();
    private final FakeDynamo dynamo = new FakeDynamo();
    private final BatchLedger ledger = new BatchLedger(new IntakeTable(dynamo, "weir-intake-test"), clock);

    private Entry claim() {
        return ledger.claim("batch#1", "fingerprint");
    }

    private Claim claimed() {
        return ((Entry.Claimed) claim()).claim();
    }

    @Test
    void oneWorksAndTheOthersWait() {
        claimed();

        assertThat(claim()).isEqualTo(new Entry.InWork());
    }

    @Test
    void theAnswerIsTheSameForADayAndThenTheNameIsFree() {
        assertThat(ledger.answered(claimed(), ANSWER)).isTrue();

        clock.advance(BatchLedger.KEPT.minusMillis(1));
        assertThat(((Entry.Answered) claim()).answer()).isEqualTo(ANSWER);
        clock.advance(Duration.ofMillis(1));
        assertThat(claimed().page().startedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aBatchWhoseWorkerDiedIsTakenOverWithItsFirstTime() {
        var first = clock.instant();
        claimed();

        clock.advance(BatchLedger.WORKING.minusMillis(1));
        assertThat(claim()).isEqualTo(new Entry.InWork());
        clock.advance(Duration.ofMillis(1));
        assertThat(claimed().page().startedAt()).isEqualTo(first);
        assertThat(claim()).isEqualTo(new Entry.InWork());
    }

    @Test
    void whoWasTakenForDeadCannotAnswerAnyMore() {
        Claim late = claimed();
        clock.advance(BatchLedger.WORKING);
        Claim second = claimed();

        assertThat(ledger.answered(late, ANSWER)).isFalse();
        assertThat(ledger.answered(second, ANSWER)).isTrue();
    }

    @Test
    void whatWasGivenBackCanBeTakenAtOnce() {
        ledger.release(claimed());

        assertThat(claim()).isInstanceOf(Entry.Claimed.class);
    }

    @Test
    void otherEventsUnderTheNameAreNoticedInWorkAndAnswered() {
        Claim claim = claimed();

        assertThat(ledger.claim("batch#1", "other")).isEqualTo(new Entry.Different());
        ledger.answered(claim, ANSWER);
        assertThat(ledger.claim("batch#1", "other")).isEqualTo(new Entry.Different());
        assertThat(ledger.claim("batch#2", "other")).isInstanceOf(Entry.Claimed.class);
    }

    @Test
    void ofTwoWhoFindADeadWorkersBatchOneGetsIt() {
        claimed();
        clock.advance(BatchLedger.WORKING);
        AtomicReference<Entry> other = new AtomicReference<>();
        dynamo.meanwhile(() -> other.set(claim()));

        assertThat(claim()).isEqualTo(new Entry.InWork());
        assertThat(other.get()).isInstanceOf(Entry.Claimed.class);
    }

    @Test
    void aTableThatDoesNotAnswerIsSaidToBe() {
        dynamo.fails();

        assertThatThrownBy(this::claim).isInstanceOf(SdkException.class);
    }

    @Test
    void theItemHasHashesAndExpiresInADay() {
        ledger.answered(claimed(), ANSWER);

        assertThat(dynamo.items()).singleElement().satisfies(item -> {
            assertThat(item)
                    .containsOnlyKeys(
                            "pk", "version", "expires_at", "fingerprint", "started_at", "working_until", "answer");
            assertThat(Long.parseLong(
                            Objects.requireNonNull(item.get("expires_at")).n()))
                    .isEqualTo(clock.instant().plus(Duration.ofDays(1)).getEpochSecond());
        });
    }
}
