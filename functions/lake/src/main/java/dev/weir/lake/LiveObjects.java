package dev.weir.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The objects that hold a product's events now, each event in one of them as far as compaction has come: the silver
/// objects that manifests say count, and the bronze objects that nothing has replaced.
public final class LiveObjects {

    private final LakeObjects lake;
    private final Manifests manifests;

    public LiveObjects(LakeObjects lake) {
        this.lake = lake;
        this.manifests = new Manifests(lake);
    }

    /// The objects of all days, oldest day first.
    ///
    /// @param gone is told the names of silver objects that count, and are not there
    /// @throws LakeUnavailable if the bucket cannot be asked
    public List<LakeObject> of(String product, Consumer<String> gone) {
        List<LakeObject> all = new ArrayList<>();
        days(product).values().forEach(day -> all.addAll(of(day, gone)));
        return all;
    }

    /// What a manifest says is replaced is looked up before what is there is listed, so that an object that is merged
    /// meanwhile is found where it was.
    private List<LakeObject> of(LakeDay day, Consumer<String> gone) {
        Manifest manifest = manifests.read(day).manifest();
        Set<String> replaced =
                manifest.replaced().stream().map(Manifest.Replaced::key).collect(Collectors.toSet());
        List<LakeObject> all = new ArrayList<>(silver(manifest, gone));
        lake.list(day.bronze()).stream()
                .filter(object -> !replaced.contains(object.key()))
                .forEach(all::add);
        all.sort(Comparator.comparing(LakeObject::key));
        return all;
    }

    private List<LakeObject> silver(Manifest manifest, Consumer<String> gone) {
        Map<String, LakeObject> there = new HashMap<>();
        manifest.live().stream()
                .map(live -> live.key().substring(0, live.key().lastIndexOf('/') + 1))
                .distinct()
                .flatMap(folder -> lake.list(folder).stream())
                .forEach(object -> there.put(object.key(), object));
        manifest.live().stream()
                .map(Manifest.Live::key)
                .filter(key -> !there.containsKey(key))
                .forEach(gone);
        return manifest.live().stream()
                .flatMap(live -> Stream.ofNullable(there.get(live.key())))
                .toList();
    }

    private Map<LocalDate, LakeDay> days(String product) {
        Map<LocalDate, LakeDay> days = new TreeMap<>();
        Stream.of(LakeDay.bronzeOf(product), LakeDay.manifestsOf(product))
                .flatMap(folder -> lake.folders(folder).stream())
                .flatMap(folder -> LakeDay.ofFolder(product, folder).stream())
                .forEach(day -> days.put(day.date(), day));
        return days;
    }
}
