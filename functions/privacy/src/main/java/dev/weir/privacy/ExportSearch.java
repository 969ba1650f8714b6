package dev.weir.privacy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.FlatEvent;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.LiveObjects;
import dev.weir.lake.SubjectEvents;
import dev.weir.lake.VersionedObjects;
import dev.weir.stream.RecordCodec;
import java.util.function.Consumer;

/// Goes over everything that is stored of somebody and counts: the objects of the lake that hold events now,
/// quarantine, and failed batches.
record ExportSearch(Buckets buckets, Catalog catalog, RecordCodec codec) {

    /// Hands on what belongs to a request.
    ///
    /// @param findings what an earlier run has looked at; more is added
    /// @return whether it came to its end before the deadline; if not, another call goes on
    boolean over(Request request, ExportFindings findings, Consumer<FlatEvent> found, Deadline deadline) {
        String product = request.grant().product();
        SubjectEvents events = new SubjectEvents(buckets.lake(), catalog.envelope(), new NamedEvents(catalog, product));
        LiveObjects live = new LiveObjects(buckets.lake());
        for (LakeObject object : live.of(product, gone -> findings.problem(gone, gone + " counts, and is gone"))) {
            if (findings.hasSeen(object)) {
                continue;
            }
            if (deadline.hasPassed()) {
                return false;
            }
            examine(events, object, request, findings, found);
        }
        return copies("quarantine/", buckets.quarantine(), request, findings, found, deadline)
                && copies("failed/", buckets.failed(), request, findings, found, deadline);
    }

    private static void examine(
            SubjectEvents events,
            LakeObject object,
            Request request,
            ExportFindings findings,
            Consumer<FlatEvent> found) {
        long[] matched = new long[1];
        try {
            long rows = events.read(object, request.sought(), event -> {
                matched[0]++;
                found.accept(event);
            });
            findings.examined(object, rows, matched[0]);
        } catch (LakeUnavailable trouble) {
            findings.problem(object.key(), String.valueOf(trouble.getMessage()));
        }
    }

    /// Whether it came to its end.
    private boolean copies(
            String name,
            VersionedObjects bucket,
            Request request,
            ExportFindings findings,
            Consumer<FlatEvent> found,
            Deadline deadline) {
        CopySearch search = new CopySearch(bucket, codec, request.grant().product());
        for (LakeObject document : bucket.list("")) {
            if (findings.hasSeenCopies(name + document.key())) {
                continue;
            }
            if (deadline.hasPassed()) {
                return false;
            }
            try {
                findings.copies(name + document.key(), search.read(document, request.sought(), found));
            } catch (LakeUnavailable trouble) {
                findings.problem(document.key(), String.valueOf(trouble.getMessage()));
            }
        }
        return true;
    }
}
