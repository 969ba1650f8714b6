package dev.weir.retention;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Product;
import dev.weir.lake.DayPurge;
import dev.weir.lake.Suppressions;
import dev.weir.retention.RetentionReport.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A run: finds out what is to be done, asks whether that can be right, and does it.
final class Retention {

    private final Buckets buckets;
    private final Catalog catalog;
    private final Lake lake;
    private final Doubts doubts;
    private final Clock clock;

    /// What works on the lake.
    record Lake(Planning planning, DayPurge purge) {}

    Retention(Buckets buckets, Catalog catalog, Lake lake, Doubts doubts, Clock clock) {
        this.buckets = buckets;
        this.catalog = catalog;
        this.lake = lake;
        this.doubts = doubts;
        this.clock = clock;
    }

    /// A dry run changes nothing; nor does one that has doubts, except that it stores an object to see the time.
    ///
    /// @throws IllegalArgumentException if the catalog has no such product
    /// @throws dev.weir.lake.LakeUnavailable if a bucket does not answer; the next run does the rest
    RetentionReport run(RetentionRequest request, Deadline deadline) {
        Instant now = clock.instant();
        LocalDate today = request.today().orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
        List<ProductPlan> plans = products(request).stream()
                .map(product -> lake.planning().plan(product, today))
                .toList();
        RetentionReport report = RetentionReport.begun(now, today, doubts.about(request, plans));
        return request.dryRun() || !report.doubts().isEmpty()
                ? look(report, plans, request.dryRun())
                : carryOut(report, plans, deadline);
    }

    private List<Product> products(RetentionRequest request) {
        return request.product()
                .map(name -> List.of(catalog.product(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException("'product' must be one of " + catalog.productNames()))))
                .orElseGet(() -> catalog.productNames().stream()
                        .flatMap(name -> catalog.product(name).stream())
                        .toList());
    }

    private RetentionReport look(RetentionReport report, List<ProductPlan> plans, boolean dry) {
        List<ShortLived.Found> shortLived = ShortLived.of(buckets).stream()
                .map(bucket -> bucket.find(report.at()))
                .toList();
        RetentionReport seen = report.with(dry ? Status.PLANNED : Status.REFUSED, shortLived);
        for (ProductPlan plan : plans) {
            seen = seen.and(plan, Done.planned(plan));
        }
        return seen;
    }

    private RetentionReport carryOut(RetentionReport report, List<ProductPlan> plans, Deadline deadline) {
        List<ShortLived.Found> shortLived = ShortLived.of(buckets).stream()
                .map(bucket -> bucket.remove(report.at()))
                .toList();
        new Suppressions(buckets.lake()).add(List.of(), report.at());
        RetentionReport done = report.with(Status.DONE, shortLived);
        for (ProductPlan plan : plans) {
            Product product = catalog.product(plan.product()).orElseThrow();
            Execution execution = new Execution(buckets.lake(), lake.purge(), deadline);
            done = done.and(plan, execution.carryOut(plan, lake.planning().removal(product)));
        }
        return done;
    }
}
