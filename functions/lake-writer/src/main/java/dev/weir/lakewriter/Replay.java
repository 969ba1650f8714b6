package dev.weir.lakewriter;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.Readmission;
import dev.weir.lake.BronzeRow;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.LakeObject;
import dev.weir.lake.Relanding;
import dev.weir.lake.Suppressions;
import dev.weir.lake.Written;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.ShardBatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Puts through what the lake-writer gave up: batches that failed, and records in quarantine. What may still be kept
/// lands; a document goes once all of it has landed, waits elsewhere, or may not be kept. Ended anywhere and run again,
/// it loses and doubles nothing.
final class Replay {

    /// No document is begun after this, so that an invocation ends within the time that an erasure waits for landings.
    static final Duration BEGIN_WITHIN = Duration.ofSeconds(30);

    private final Buckets buckets;
    private final Catalog catalog;
    private final String consumer;
    private final Clock clock;
    private final BronzeTable table;

    /// @param consumer name of the function whose batches these are
    Replay(Buckets buckets, Catalog catalog, String consumer, Clock clock) {
        this.buckets = buckets;
        this.catalog = catalog;
        this.consumer = consumer;
        this.clock = clock;
        this.table = new BronzeTable(catalog.envelope());
    }

    /// Puts through documents, oldest first within a shard, as many as there is time for.
    ///
    /// @throws IllegalArgumentException if there is no such product
    /// @throws dev.weir.lake.LakeUnavailable if a bucket does not answer; what is done stays done
    ReplayReport run(ReplayRequest request) {
        if (!catalog.productNames().containsAll(request.product().stream().toList())) {
            throw new IllegalArgumentException("'product' must be one of " + catalog.productNames());
        }
        Instant end = clock.instant().plus(BEGIN_WITHIN);
        ReplayReport report = new ReplayReport(request.after());
        GivenUp documents = new GivenUp(buckets, consumer, request.from());
        for (LakeObject document : documents.bucket().list(request.from().prefix())) {
            if (document.key().compareTo(request.after()) > 0) {
                if (clock.instant().isAfter(end)) {
                    return report;
                }
                replay(document.key(), documents, request, report);
                report.passed(document.key());
            }
        }
        report.finish();
        return report;
    }

    private void replay(String key, GivenUp documents, ReplayRequest request, ReplayReport report) {
        try {
            Optional<ShardBatch> records =
                    documents.bucket().get(key).flatMap(found -> documents.records(found.bytes()));
            if (records.isPresent() && isDone(key, records.get(), documents, request, report) && !request.dryRun()) {
                documents.bucket().delete(key);
            }
        } catch (IllegalArgumentException unreadable) {
            report.document();
            report.unreadable(1);
            report.stays(key, String.valueOf(unreadable.getMessage()));
        }
    }

    /// Lands what may land; whether nothing is left that the document is needed for.
    private boolean isDone(
            String key, ShardBatch batch, GivenUp documents, ReplayRequest request, ReplayReport report) {
        RecordJudge.Judged judged = judge().judge(batch);
        List<BronzeRow> rows = judged.rows().stream()
                .filter(row -> isWanted(row, request.product()))
                .toList();
        Written written = land(rows, request);
        report.document();
        report.landed(written.rows(), written.alreadyThere());
        report.unreadable(judged.unreadable().size());
        judged.leftOut().forEach(report::leftOut);
        Optional<RecordJudge.Unreadable> waiting = judged.unreadable().stream()
                .filter(record -> !documents.isElsewhere(batch.shardId(), record.item()))
                .findFirst();
        waiting.ifPresent(record -> report.stays(key, record.reason()));
        return waiting.isEmpty() && rows.size() == judged.rows().size();
    }

    private static boolean isWanted(BronzeRow row, Optional<String> product) {
        return product.isEmpty() || product.get().equals(row.partition().product());
    }

    private RecordJudge judge() {
        return new RecordJudge(
                new RecordCodec(),
                table,
                new Readmission(catalog),
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate(),
                new Suppressions(buckets.lake()).read());
    }

    private Written land(List<BronzeRow> rows, ReplayRequest request) {
        Relanding relanding =
                request.dryRun() ? Relanding.rehearsal(table, buckets.lake()) : new Relanding(table, buckets.lake());
        return switch (request.from()) {
            case FAILED -> relanding.batch(rows);
            case QUARANTINE -> relanding.records(rows);
        };
    }
}
