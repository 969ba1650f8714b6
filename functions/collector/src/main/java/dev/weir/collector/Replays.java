package dev.weir.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// Sees to it that a batch that comes again under its name is answered like the first time and stored once.
///
/// Where the ledger is out of reach, a batch is taken as if it had not come before: under the same id, so that what is
/// stored twice can be told.
final class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final BatchLedger ledger;
    private final Clock clock;

    Replays(BatchLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The answer to a batch: from the ledger, or from work on it.
    ///
    /// @param batch absent where the sender gave no name; then nothing is looked up
    Answer once(@Nullable NamedBatch batch, Function<Stamp, Answer> work) {
        if (batch == null) {
            return work.apply(new Stamp(UUID.randomUUID().toString(), clock.instant()));
        }
        return switch (claim(batch)) {
            case BatchLedger.Entry.Claimed(BatchLedger.Claim claim) -> work(claim, batch, work);
            case BatchLedger.Entry.Answered(byte[] answer) -> Answer.again(read(answer));
            case BatchLedger.Entry.InWork() -> Problems.batchInWork();
            case BatchLedger.Entry.Different() -> Problems.batchNameReused();
            case BatchLedger.Entry.Unknown() -> work.apply(new Stamp(batch.batchId(), clock.instant()));
        };
    }

    private BatchLedger.Entry claim(NamedBatch batch) {
        try {
            return ledger.claim(batch.key(), batch.fingerprint());
        } catch (SdkException e) {
            LOG.warnf(
                    "batch taken without looking whether it came before reason=%s",
                    e.getClass().getSimpleName());
            return new BatchLedger.Entry.Unknown();
        }
    }

    private Answer work(BatchLedger.Claim claim, NamedBatch batch, Function<Stamp, Answer> work) {
        boolean kept = false;
        try {
            Answer answer = work.apply(new Stamp(batch.batchId(), claim.page().startedAt()));
            kept = answer.keepsTheBatch();
            if (kept) {
                keep(claim, answer);
            }
            return answer;
        } finally {
            if (!kept) {
                release(claim);
            }
        }
    }

    private void keep(BatchLedger.Claim claim, Answer answer) {
        try {
            if (!ledger.answered(claim, answer.body().toString().getBytes(StandardCharsets.UTF_8))) {
                LOG.warn("batch was taken over while it was worked on; it may be stored twice");
            }
        } catch (SdkException e) {
            LOG.warnf(
                    "answer to a batch not kept; should it come again, it is stored again reason=%s",
                    e.getClass().getSimpleName());
        }
    }

    private void release(BatchLedger.Claim claim) {
        try {
            ledger.release(claim);
        } catch (SdkException e) {
            LOG.warnf("batch not given back reason=%s", e.getClass().getSimpleName());
        }
    }

    private static JsonNode read(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer in the intake table is not JSON", e);
        }
    }
}
