package dev.weir.lake;

import dev.weir.lake.Manifest.Live;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What to merge next: bronze first, in the order of hours, shards and the stream; then runs, small ones
/// first.
///
/// @param now decides which hours and days are complete
/// @param mergesRuns whether what is in silver may be merged again
record CompactionPlan(CompactionRules rules, Instant now, Extent extent, boolean mergesRuns) {

    /// A row group of each class of each run is in memory at once.
    private static final int RUNS_AT_ONCE = 12;

    private static final int MANY_RUNS = 16;

    /// The objects to merge, each list of them a sorted run; empty if there is nothing to do.
    Optional<List<List<String>>> next(LakeDay day, Manifest manifest, List<LakeObject> bronze) {
        List<LakeObject> fresh = manifest.fresh(bronze).stream()
                .filter(object -> isComplete(object.key()))
                .toList();
        if (!fresh.isEmpty()) {
            return Optional.of(bronze(fresh));
        }
        return mergesRuns ? runs(day, manifest) : Optional.empty();
    }

    private boolean isComplete(String key) {
        return extent == Extent.ALL
                || BronzePartition.ofKey(key)
                        .map(hour -> hour.date().atTime(hour.hour(), 0).toInstant(ZoneOffset.UTC))
                        .filter(start -> isOver(start.plus(1, ChronoUnit.HOURS)))
                        .isPresent();
    }

    private boolean isOver(Instant end) {
        return !now.isBefore(end.plus(rules.settle()));
    }

    private List<List<String>> bronze(List<LakeObject> fresh) {
        List<List<String>> unit = new ArrayList<>();
        long bytes = 0;
        for (LakeObject object : fresh) {
            bytes += object.size();
            if (!unit.isEmpty() && (bytes > rules.mergeBytes() || unit.size() == rules.mergeObjects())) {
                break;
            }
            unit.add(List.of(object.key()));
        }
        return unit;
    }

    private Optional<List<List<String>>> runs(LakeDay day, Manifest manifest) {
        List<List<Live>> runs = manifest.runs().values().stream()
                .sorted(Comparator.comparingLong(CompactionPlan::bytes))
                .toList();
        int enough = isWhole(day) ? 2 : MANY_RUNS;
        if (runs.size() < enough) {
            return Optional.empty();
        }
        return Optional.of(runs.stream()
                .limit(RUNS_AT_ONCE)
                .flatMap(run -> byClass(run).stream())
                .toList());
    }

    private boolean isWhole(LakeDay day) {
        Instant end = day.date().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return switch (extent) {
            case HOURS -> false;
            case DAYS -> isOver(end);
            case ALL -> true;
        };
    }

    private static long bytes(List<Live> run) {
        return run.stream().mapToLong(Live::bytes).sum();
    }

    /// Within a retention class the objects of a run follow each other.
    private static List<List<String>> byClass(List<Live> run) {
        Map<String, List<String>> classes = new java.util.TreeMap<>();
        run.stream()
                .sorted(Comparator.comparingInt(Live::part))
                .forEach(object -> classes.computeIfAbsent(folder(object.key()), unseen -> new ArrayList<>())
                        .add(object.key()));
        return List.copyOf(classes.values());
    }

    private static String folder(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }
}
