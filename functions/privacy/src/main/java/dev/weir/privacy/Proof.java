package dev.weir.privacy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.ErasedObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What evidence says of one request: every object that was examined, what was changed, and what could not be.
///
/// @param changes of the request, those of earlier attempts too
record Proof(Request request, List<Change> changes, Findings findings, int place) {

    /// Nothing is shown as success that was not looked at.
    Status status() {
        if (!findings.problems().isEmpty()) {
            return Status.PARTIAL;
        }
        return examined() == 0 ? Status.NOTHING_EXAMINED : Status.COMPLETE;
    }

    long examined() {
        return lines().size();
    }

    long rows() {
        return changes.stream().mapToLong(Change::matched).sum();
    }

    /// What was changed for this request, and what was examined beside.
    private List<Change> lines() {
        List<Change> lines = new ArrayList<>(changes);
        Set<String> known =
                changes.stream().map(change -> change.object().key()).collect(Collectors.toSet());
        for (ErasedObject object : findings.objects()) {
            if (known.add(object.key())) {
                lines.add(Change.of(object, place, true));
            }
        }
        return lines;
    }

    ObjectNode json(boolean closing, Instant now) {
        ObjectNode json = EvidenceBody.of(request, closing ? "closing" : "erasure", status(), now);
        totals(json.putObject("totals"));
        ArrayNode objects = json.putArray("objects");
        lines().forEach(line -> objects.add(line.json()
                .put(
                        "versions_removed",
                        findings.versions().getOrDefault(line.object().key(), 0))));
        EvidenceBody.problems(json, findings.problems());
        return json;
    }

    /// What counts of it: evidence that differs in other objects, which nobody of the request is in, says nothing new.
    String said() {
        return EvidenceBody.said(
                status(),
                rows(),
                changes.size(),
                findings.problems(),
                findings.copies().changed(),
                findings.exportsRemoved());
    }

    private void totals(ObjectNode totals) {
        totals.put("objects_examined", examined())
                .put("objects_changed", changes.size())
                .put("rows_removed", rows())
                .put(
                        "versions_removed",
                        findings.versions().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .put("stream_copies_examined", findings.copies().examined())
                .put("stream_copies_changed", findings.copies().changed())
                .put("stream_copies_events_removed", findings.copies().events())
                .put("stream_copies_unreadable_removed", findings.copies().unreadable())
                .put("exports_removed", findings.exportsRemoved());
    }
}
