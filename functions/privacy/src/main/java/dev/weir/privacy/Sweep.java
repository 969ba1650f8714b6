package dev.weir.privacy;

import dev.weir.core.catalog.Catalog;
import dev.weir.lake.ErasedObject;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectEraser;
import dev.weir.lake.OldVersion;
import dev.weir.lake.Sought;
import dev.weir.lake.VersionedObjects;
import dev.weir.stream.RecordCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Goes over everything that is stored of a product, once for several requests, until a listing shows nothing that was
/// not examined: what is merged or rewritten meanwhile is examined too. Bronze that comes meanwhile is not: it landed
/// by
/// a list that has the people on it, and a busy product never stops landing. An object that cannot be examined is a
/// problem of its own, and the others are examined all the same.
///
/// Most of the time of an examination is waiting for the storage, so several objects are examined side by side. What
/// was found is told in the order of the listing.
final class Sweep {

    private static final int LISTINGS = 10;

    private final Buckets buckets;
    private final Catalog catalog;
    private final Requests requests;
    private final RecordCodec codec;
    private final int atOnce;

    /// @param atOnce how many objects may be held at a time; each needs memory for two row groups, and disk for itself
    Sweep(Buckets buckets, Catalog catalog, Requests requests, RecordCodec codec, int atOnce) {
        this.buckets = buckets;
        this.catalog = catalog;
        this.requests = requests;
        this.codec = codec;
        this.atOnce = atOnce;
    }

    /// Erases the people of a batch from all that is stored of their product.
    ///
    /// @param batch requests of one product, at least one
    /// @param findings what an earlier run has found for the same requests; more is added
    /// @return whether it came to its end before the deadline; if not, another call goes on
    boolean over(String product, List<Request> batch, Findings findings, Deadline deadline) {
        List<Sought> sought = batch.stream().map(Request::sought).toList();
        RecordEraser records = new RecordEraser(codec, product, sought);
        boolean ended = lake(product, batch, findings, deadline)
                && folders(product).allMatch(folder -> removeVersions(buckets.lake(), folder, findings, deadline))
                && copies("quarantine/", buckets.quarantine(), records, findings, deadline)
                && copies("failed/", buckets.failed(), records, findings, deadline);
        if (ended) {
            new ExportErasure(buckets.exports(), requests, findings).remove(product, sought);
        }
        return ended;
    }

    private boolean lake(String product, List<Request> batch, Findings findings, Deadline deadline) {
        ObjectEraser eraser = new ObjectEraser(buckets.lake(), new NamedEvents(catalog, product));
        List<Sought> sought = batch.stream().map(Request::sought).toList();
        Set<String> first = new HashSet<>();
        for (int listing = 0; listing < LISTINGS; listing++) {
            List<LakeObject> there = lake(product);
            if (first.isEmpty()) {
                there.forEach(object -> first.add(object.key()));
            }
            List<LakeObject> fresh = there.stream()
                    .filter(object -> !isBronze(object, product) || first.contains(object.key()))
                    .filter(object -> !findings.hasSeen(object.key(), object.etag()))
                    .toList();
            if (fresh.isEmpty()) {
                return true;
            }
            sideBySide(
                    fresh.stream().takeWhile(_ -> !deadline.hasPassed()),
                    object -> examine(eraser, object, batch, sought),
                    outcome -> tell(outcome, batch, findings));
            if (deadline.hasPassed()) {
                return false;
            }
        }
        findings.problem(product, "its objects keep changing");
        return true;
    }

    private static boolean isBronze(LakeObject object, String product) {
        return object.key().startsWith("bronze/product=" + product + "/");
    }

    /// Errors stay errors, though they happen in threads of their own.
    private void sideBySide(Stream<LakeObject> objects, Function<LakeObject, Outcome> examine, Consumer<Outcome> tell) {
        try {
            objects.gather(Gatherers.mapConcurrent(atOnce, examine)).forEachOrdered(tell);
        } catch (RuntimeException wrapped) {
            if (wrapped.getCause() instanceof Error error) {
                throw error;
            }
            throw wrapped;
        }
    }

    private static Stream<String> folders(String product) {
        return Stream.of("bronze/product=" + product + "/", "silver/product=" + product + "/");
    }

    private List<LakeObject> lake(String product) {
        List<LakeObject> all = new ArrayList<>();
        folders(product).forEach(folder -> all.addAll(buckets.lake().list(folder)));
        return all;
    }

    /// What came of examining an object.
    private sealed interface Outcome {

        record Examined(ErasedObject object) implements Outcome {}

        record Gone() implements Outcome {}

        record Failed(String key, String why) implements Outcome {}
    }

    private Outcome examine(ObjectEraser eraser, LakeObject object, List<Request> batch, List<Sought> sought) {
        try {
            return eraser.erase(object, sought, planned -> note(batch, planned, false))
                    .<Outcome>map(Outcome.Examined::new)
                    .orElseGet(Outcome.Gone::new);
        } catch (LakeUnavailable trouble) {
            return new Outcome.Failed(object.key(), String.valueOf(trouble.getMessage()));
        }
    }

    private void tell(Outcome outcome, List<Request> batch, Findings findings) {
        switch (outcome) {
            case Outcome.Examined(ErasedObject object) -> {
                findings.examined(object);
                note(batch, object, object.isChanged());
            }
            case Outcome.Gone _ -> {
                // whatever has taken its place is in the next listing
            }
            case Outcome.Failed(String key, String why) -> findings.problem(key, why);
        }
    }

    private void note(List<Request> batch, ErasedObject object, boolean done) {
        for (int place = 0; place < batch.size(); place++) {
            if (object.isChanged() && object.matched().get(place) > 0) {
                requests.note(batch.get(place).id(), Change.of(object, place, done));
            }
        }
    }

    /// Whether it came to its end.
    private static boolean removeVersions(
            VersionedObjects bucket, String prefix, Findings findings, Deadline deadline) {
        try {
            for (OldVersion version : bucket.oldVersions(prefix)) {
                if (deadline.hasPassed()) {
                    return false;
                }
                bucket.delete(version);
                findings.versionRemoved(version.key());
            }
        } catch (LakeUnavailable trouble) {
            findings.problem("old versions of " + prefix, String.valueOf(trouble.getMessage()));
        }
        return true;
    }

    /// Whether it came to its end.
    private static boolean copies(
            String name, VersionedObjects bucket, RecordEraser records, Findings findings, Deadline deadline) {
        StreamCopies copies = new StreamCopies(bucket, records);
        for (LakeObject object : bucket.list("")) {
            String document = name + object.key();
            if (!findings.hasSeenCopies(document)) {
                if (deadline.hasPassed()) {
                    return false;
                }
                try {
                    findings.copies(document, copies.erase(object));
                } catch (LakeUnavailable trouble) {
                    findings.problem(object.key(), String.valueOf(trouble.getMessage()));
                }
            }
        }
        return removeVersions(bucket, "", findings, deadline);
    }
}
