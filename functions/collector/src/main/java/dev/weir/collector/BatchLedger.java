package dev.weir.collector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The batches that have a name, in work or answered, for a day. Of a batch it keeps a hash of its name, a hash of its
/// events, and the answer.
final class BatchLedger {

    /// How long the same name gets the same answer.
    static final Duration KEPT = Duration.ofDays(1);

    /// Whoever works on a batch for longer than this is taken for dead; an invocation has 29 seconds.
    static final Duration WORKING = Duration.ofSeconds(30);

    private static final int MOST_ROUNDS = 5;

    private final IntakeTable table;
    private final Clock clock;

    BatchLedger(IntakeTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// What is known of a batch.
    sealed interface Entry {

        /// It is the caller's to work on.
        record Claimed(Claim claim) implements Entry {}

        /// It was answered.
        record Answered(byte[] answer) implements Entry {}

        /// Somebody else works on it.
        record InWork() implements Entry {}

        /// The name stands for other events.
        record Different() implements Entry {}

        /// The ledger is out of reach.
        record Unknown() implements Entry {}
    }

    /// The right to work on a batch, until somebody else has it.
    ///
    /// @param page how it was when it was claimed
    record Claim(String key, IntakeTable.Item item, LedgerPage page) {}

    /// Claims a batch.
    ///
    /// @param key of its name
    /// @param fingerprint of its events
    /// @throws software.amazon.awssdk.core.exception.SdkException if the table does not answer
    Entry claim(String key, String fingerprint) {
        IntakeTable.@Nullable Item seen = null;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Instant now = clock.instant();
            LedgerPage page = LedgerPage.of(seen, fingerprint, now);
            if (!page.fingerprint().equals(fingerprint)) {
                return new Entry.Different();
            }
            if (page.answer() != null) {
                return new Entry.Answered(page.answer());
            }
            if (now.isBefore(page.workingUntil())) {
                return new Entry.InWork();
            }
            LedgerPage mine = page.workingUntil(now.plus(WORKING));
            switch (put(key, seen, mine)) {
                case IntakeTable.Put.Stored(IntakeTable.Item item) -> {
                    return new Entry.Claimed(new Claim(key, item, mine));
                }
                case IntakeTable.Put.Outrun(IntakeTable.Item current) -> seen = current;
            }
        }
        return new Entry.InWork();
    }

    /// Keeps the answer to a batch.
    ///
    /// @return whether it is kept; not if somebody else has taken the batch over
    /// @throws software.amazon.awssdk.core.exception.SdkException if the table does not answer
    boolean answered(Claim claim, byte[] answer) {
        return put(claim.key(), claim.item(), claim.page().answered(answer)) instanceof IntakeTable.Put.Stored;
    }

    /// Gives a batch back that was not answered, so that it can be sent again at once.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException if the table does not answer
    void release(Claim claim) {
        put(claim.key(), claim.item(), claim.page().workingUntil(Instant.EPOCH));
    }

    private IntakeTable.Put put(String key, IntakeTable.@Nullable Item seen, LedgerPage page) {
        return table.put(key, seen, page.attributes(), page.startedAt().plus(KEPT));
    }
}
