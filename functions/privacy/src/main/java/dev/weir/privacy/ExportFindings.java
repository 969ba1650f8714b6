package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.LakeObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What was examined for a file that is handed out. It names objects and counts rows, and has nothing of anybody.
final class ExportFindings {

    private final Map<String, Line> objects = new LinkedHashMap<>();
    private final Map<String, String> problems = new TreeMap<>();
    private final Set<String> copies = new LinkedHashSet<>();
    private long unreadable;

    private record Line(String etag, long rows, long matched) {}

    boolean hasSeen(LakeObject object) {
        Line line = objects.get(object.key());
        return line != null && line.etag().equals(object.etag());
    }

    void examined(LakeObject object, long rows, long matched) {
        objects.put(object.key(), new Line(object.etag(), rows, matched));
    }

    /// @param document its bucket and name
    void copies(String document, long unreadableRecords) {
        copies.add(document);
        unreadable += unreadableRecords;
    }

    boolean hasSeenCopies(String document) {
        return copies.contains(document);
    }

    void problem(String what, String why) {
        problems.put(what, why);
    }

    Map<String, String> problems() {
        return problems;
    }

    long objects() {
        return objects.size();
    }

    long unreadable() {
        return unreadable;
    }

    /// A file that lacks something is no success, and neither is one for which there was nothing to look at.
    Status status() {
        if (!problems.isEmpty()) {
            return Status.PARTIAL;
        }
        return objects.isEmpty() ? Status.NOTHING_EXAMINED : Status.COMPLETE;
    }

    void into(ObjectNode body, long events) {
        body.putObject("totals")
                .put("objects_examined", objects.size())
                .put("events", events)
                .put("stream_copies_examined", copies.size())
                .put("stream_copies_unreadable", unreadable);
        body.set("objects", lines());
    }

    private ArrayNode lines() {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        objects.forEach((key, line) -> lines.addObject()
                .put("key", key)
                .put("etag", line.etag())
                .put("rows", line.rows())
                .put("rows_matched", line.matched()));
        return lines;
    }

    /// What the next run has to know. Problems are looked at again.
    ObjectNode notes() {
        ObjectNode notes = JsonNodeFactory.instance.objectNode().put("copies_unreadable", unreadable);
        notes.set("objects", lines());
        copies.forEach(notes.putArray("copies")::add);
        return notes;
    }

    static ExportFindings of(JsonNode notes) {
        ExportFindings findings = new ExportFindings();
        notes.path("objects")
                .forEach(line -> findings.objects.put(
                        line.required("key").asText(),
                        new Line(
                                line.required("etag").asText(),
                                line.required("rows").asLong(),
                                line.required("rows_matched").asLong())));
        notes.path("copies").forEach(document -> findings.copies.add(document.asText()));
        findings.unreadable = notes.path("copies_unreadable").asLong();
        return findings;
    }
}
