package dev.weir.local.mapping;

import dev.weir.local.lambda.Invoker;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Takes one batch through the function until every record of it is done or given up, in order.
///
/// The checkpoint moves behind a record when it is done, or stored at the destination; never
/// before. Stopped in between, the rest is read again at the next start.
record BatchProcess(
        Shard shard, Invoker invoker, FailedBatches failed, Checkpoints checkpoints, Clock clock, Pause pause) {

    private static final System.Logger LOG = System.getLogger(BatchProcess.class.getName());

    void process(List<StreamRecord> batch) throws InterruptedException {
        Deque<Attempt> open = new ArrayDeque<>();
        open.push(Attempt.first(batch));
        while (!open.isEmpty() && !pause.stopped()) {
            Attempt attempt = open.pop();
            int expired = expired(attempt);
            if (expired > 0) {
                giveUpExpired(attempt, expired, open);
            } else {
                invoke(attempt, open);
            }
        }
    }

    private void invoke(Attempt attempt, Deque<Attempt> open) throws InterruptedException {
        byte[] event = new KinesisEvent(shard).json(attempt.records());
        var invocation = invoker.invoke(shard.mapping().function(), event);
        switch (Result.of(invocation, attempt.records(), shard.mapping().reportBatchItemFailures())) {
            case Result.Done _ -> done(attempt.last());
            case Result.FailedFrom(int index) -> {
                if (index > 0) {
                    done(attempt.records().get(index - 1));
                }
                retry(attempt.from(index).failed(), "", false, open);
            }
            case Result.Failed(String error) ->
                retry(attempt.failed(), error, shard.mapping().bisectOnError(), open);
            case Result.Throttled _ -> again(attempt.refused(), open);
        }
    }

    /// A partial failure is bisected where it says itself; an error in the middle. Neither split
    /// costs a retry.
    private void retry(Attempt attempt, String error, boolean bisect, Deque<Attempt> open) throws InterruptedException {
        LOG.log(
                System.Logger.Level.WARNING,
                "mapping {0}: {1} failed, shardId {2}, sequenceNumber {3}, {4} records, attempt {5}",
                shard.mapping().name(),
                shard.mapping().function(),
                shard.id(),
                attempt.first().sequenceNumber(),
                Integer.toString(attempt.records().size()),
                Integer.toString(attempt.invoked()));
        if (bisect && attempt.records().size() > 1) {
            open.push(attempt.secondHalf());
            again(attempt.firstHalf(), open);
        } else if (isExhausted(attempt)) {
            giveUp(attempt, Condition.RETRIES_EXHAUSTED, error, open);
        } else {
            again(attempt, open);
        }
    }

    private void again(Attempt attempt, Deque<Attempt> open) throws InterruptedException {
        open.push(attempt);
        pause.before(Math.max(1, attempt.tries()));
    }

    private boolean isExhausted(Attempt attempt) {
        int retries = shard.mapping().maximumRetries();
        return retries >= 0 && attempt.invoked() > retries;
    }

    private int expired(Attempt attempt) {
        Instant oldest = clock.instant().minus(shard.mapping().maximumRecordAge());
        int count = 0;
        while (count < attempt.records().size()
                && attempt.records().get(count).arrival().isBefore(oldest)) {
            count++;
        }
        return count;
    }

    private void giveUpExpired(Attempt attempt, int count, Deque<Attempt> open) throws InterruptedException {
        List<StreamRecord> records = attempt.records();
        if (count < records.size()) {
            open.push(attempt.with(records.subList(count, records.size())));
        }
        giveUp(attempt.with(records.subList(0, count)), Condition.RECORD_AGE_EXCEEDED, "Unhandled", open);
    }

    private void giveUp(Attempt attempt, Condition condition, String error, Deque<Attempt> open)
            throws InterruptedException {
        FailedBatch document = new FailureDocument(shard, clock).of(attempt, condition, error);
        try {
            failed.store(document);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "mapping {0}: the destination refused {1} records, shardId {2}; they are tried again",
                    shard.mapping().name(),
                    Integer.toString(attempt.records().size()),
                    shard.id());
            again(attempt, open);
            return;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "mapping {0}: gave up {1}",
                shard.mapping().name(),
                document.key());
        done(attempt.last());
    }

    private void done(StreamRecord last) {
        checkpoints.write(shard.id(), last.sequenceNumber());
    }
}
