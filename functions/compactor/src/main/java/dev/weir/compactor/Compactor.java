package dev.weir.compactor;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.RetentionRules;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.CompactedUnit;
import dev.weir.lake.Compaction;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.Expired;
import dev.weir.lake.Extent;
import dev.weir.lake.LakeCleaning;
import dev.weir.lake.LakeCleaning.Cleaned;
import dev.weir.lake.LakeDay;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.Manifest;
import dev.weir.lake.Manifests;
import dev.weir.lake.SilverTable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Compacts the days that a request is about, oldest first, as far as its time goes; the next run does
/// the rest.
final class Compactor {

    private static final int TIMES_OVERTAKEN = 3;

    private final LakeObjects lake;
    private final Catalog catalog;
    private final SilverColumns columns;
    private final Compaction compaction;
    private final LakeCleaning cleaning;
    private final Clock clock;

    Compactor(LakeObjects lake, Catalog catalog, SilverColumns columns, CompactionRules rules, Clock clock) {
        this.lake = lake;
        this.catalog = catalog;
        this.columns = columns;
        this.clock = clock;
        this.compaction =
                new Compaction(lake, rules, clock, () -> UUID.randomUUID().toString());
        this.cleaning = new LakeCleaning(lake, rules, clock);
    }

    /// Days of which there is nothing to tell are in the answer too, so that their lag is known.
    ///
    /// @throws IllegalArgumentException if the catalog has no such product
    /// @throws dev.weir.lake.LakeUnavailable if the bucket does not answer; what was swapped by then
    ///     stays
    List<DayReport> compact(CompactionRequest request, Deadline deadline) {
        List<DayReport> reports = new ArrayList<>();
        for (String product : products(request)) {
            SilverTable table = new SilverTable(catalog.envelope(), columns.of(product));
            RetentionRules kept = catalog.product(product).orElseThrow().retention();
            for (LakeDay day : days(product, request)) {
                if (!kept.haveAllExpired(day.date(), today())) {
                    Goal goal = new Goal(table, request.extent(), Expired.of(kept, day.date(), today()));
                    reports.add(compact(day, goal, deadline));
                }
            }
        }
        return reports;
    }

    private Iterable<String> products(CompactionRequest request) {
        Optional<String> one = request.product();
        if (one.isPresent() && catalog.product(one.get()).isEmpty()) {
            throw new IllegalArgumentException("'product' must be one of " + catalog.productNames());
        }
        return one.<Iterable<String>>map(List::of).orElseGet(catalog::productNames);
    }

    /// Days that have bronze, or have been compacted.
    private List<LakeDay> days(String product, CompactionRequest request) {
        LocalDate first = today().minusDays(request.days() - 1L);
        return Stream.of(LakeDay.bronzeOf(product), LakeDay.manifestsOf(product))
                .flatMap(folder -> lake.folders(folder).stream())
                .flatMap(folder -> LakeDay.ofFolder(product, folder).stream())
                .distinct()
                .filter(day -> request.date()
                        .map(day.date()::equals)
                        .orElse(!day.date().isBefore(first)))
                .sorted(java.util.Comparator.comparing(LakeDay::date))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// What is to become of a day.
    private record Goal(SilverTable table, Extent extent, Expired expired) {}

    private DayReport compact(LakeDay day, Goal goal, Deadline deadline) {
        Cleaned cleaned = clean(day, deadline);
        DayReport.Work work = DayReport.Work.none();
        boolean done = false;
        while (!done && !deadline.isNear() && work.overtaken() < TIMES_OVERTAKEN) {
            Optional<CompactedUnit> unit = compaction.next(day, goal.table(), goal.extent(), goal.expired());
            work = unit.map(work::and).orElse(work);
            done = unit.isEmpty();
        }
        return new DayReport(day, work, cleaned, done, after(day));
    }

    /// A day whose cleaning takes until the deadline is not done, as nothing else of it is begun then.
    private Cleaned clean(LakeDay day, Deadline deadline) {
        Cleaned cleaned = new Cleaned(0, 0);
        boolean clean = false;
        while (!clean && !deadline.isNear()) {
            Optional<Cleaned> more = cleaning.next(day);
            cleaned = more.map(cleaned::and).orElse(cleaned);
            clean = more.isEmpty();
        }
        return cleaned;
    }

    private DayReport.After after(LakeDay day) {
        Manifest manifest = new Manifests(lake).read(day).manifest();
        List<LakeObject> fresh = manifest.fresh(lake.list(day.bronze()));
        Duration lag = fresh.stream()
                .map(object -> Duration.between(object.modified(), clock.instant()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        long bytes = manifest.live().stream().mapToLong(Manifest.Live::bytes).sum();
        return new DayReport.After(fresh.size(), lag, manifest.live().size(), bytes);
    }
}
