package dev.weir.lake;

import dev.weir.lake.Manifest.Live;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Turns a day's bronze into silver, a unit at a time. A unit merges some objects into a run, and then
/// swaps them for it in the manifest, at once; whatever ends it before that leaves everything as it was,
/// and objects that nobody reads. Rows of people whose erasure is on its way are left out.
public final class Compaction {

    private final LakeObjects lake;
    private final Manifests manifests;
    private final Suppressions suppressions;
    private final CompactionRules rules;
    private final Clock clock;
    private final Supplier<String> names;

    /// @param names a name for each run, unlike any before
    public Compaction(LakeObjects lake, CompactionRules rules, Clock clock, Supplier<String> names) {
        this.lake = lake;
        this.manifests = new Manifests(lake);
        this.suppressions = new Suppressions(lake);
        this.rules = rules;
        this.clock = clock;
        this.names = names;
    }

    /// Does the next unit of a day; empty if there is nothing to do. One who does a day's units must
    /// expect that another does them too: then a unit may turn out to be [CompactedUnit.Overtaken].
    ///
    /// @param table of the day's product
    /// @param extent which hours are taken to be complete
    /// @throws LakeUnavailable if the bucket does not answer, or the list of suppressions cannot be understood; the
    ///     unit can be tried again
    public Optional<CompactedUnit> next(LakeDay day, SilverTable table, Extent extent) {
        return next(day, table, extent, Expired.nothing());
    }

    /// The same, leaving out events that have been kept for long enough. Where identities have been, no runs are
    /// merged, whatever the extent: without a subject, events of two people with the same id would be taken for
    /// one.
    public Optional<CompactedUnit> next(LakeDay day, SilverTable table, Extent extent, Expired expired) {
        Manifests.Version seen = manifests.read(day);
        List<LakeObject> bronze = lake.list(day.bronze());
        CompactionPlan plan = new CompactionPlan(rules, clock.instant(), extent, !expired.identities());
        return plan.next(day, seen.manifest(), bronze).map(unit -> {
            try (SilverRun output = new SilverRun(lake, day, table, names.get(), expired.classes())) {
                return compact(output, table, seen, unit);
            }
        });
    }

    private CompactedUnit compact(
            SilverRun output, SilverTable table, Manifests.Version seen, List<List<String>> unit) {
        Set<String> keys = unit.stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<String, LakeObject> inputs = listed(keys);
        SuppressedRows unwanted = new SuppressedRows(suppressions.read(), output.day(), table);
        RowMerge merge = new RowMerge(readers(unit, inputs, table), unwanted, table);
        merge.to(output::add);
        List<Live> objects = output.finish();
        // An object that was rewritten meanwhile, to erase someone, must not come back as it was.
        boolean unchanged = listed(keys).equals(inputs);
        Manifest next = seen.manifest().with(objects, keys, clock.instant());
        return unchanged && manifests.replace(output.day(), seen, next)
                ? swapped(merge, inputs, objects)
                : new CompactedUnit.Overtaken();
    }

    private static CompactedUnit swapped(RowMerge merge, Map<String, LakeObject> inputs, List<Live> objects) {
        CompactedUnit.Rows rows = new CompactedUnit.Rows(merge.rows(), merge.duplicates(), merge.suppressed());
        return new CompactedUnit.Swapped(inputs.size(), bytes(inputs), rows, objects);
    }

    private List<RunReader> readers(List<List<String>> unit, Map<String, LakeObject> inputs, SilverTable table) {
        List<RunReader> readers = new ArrayList<>();
        for (List<String> run : unit) {
            List<LakeObject> objects = run.stream().map(inputs::get).toList();
            readers.add(new RunReader(lake, objects, table));
        }
        return readers;
    }

    private static long bytes(Map<String, LakeObject> inputs) {
        return inputs.values().stream().mapToLong(LakeObject::size).sum();
    }

    /// The objects of these names, as they are now.
    private Map<String, LakeObject> listed(Set<String> keys) {
        Map<String, LakeObject> found = new TreeMap<>();
        keys.stream()
                .map(key -> key.substring(0, key.lastIndexOf('/') + 1))
                .distinct()
                .flatMap(folder -> lake.list(folder).stream())
                .filter(object -> keys.contains(object.key()))
                .forEach(object -> found.put(object.key(), object));
        if (found.size() < keys.size()) {
            throw new LakeUnavailable((keys.size() - found.size()) + " objects to merge are gone");
        }
        return found;
    }
}
