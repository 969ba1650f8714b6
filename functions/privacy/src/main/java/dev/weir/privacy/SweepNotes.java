package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.Bookkeeping;
import dev.weir.lake.ErasedObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a sweep that came to the end of its time has found, so that the next run goes on where it stopped. It names
/// objects and counts rows, and has nothing of anybody. Problems are left out, so that they are looked at again.
record SweepNotes(LakeObjects lake) {

    private static final JsonMapper JSON = new JsonMapper();

    /// @param requests that the sweep was for, in its order
    record Note(List<String> requests, Findings findings) {}

    /// @throws LakeUnavailable if it cannot be read
    Optional<Note> of(String product) {
        return lake.get(key(product)).map(found -> parse(found.bytes()));
    }

    void keep(String product, Note note) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        note.requests().forEach(json.putArray("requests")::add);
        ArrayNode objects = json.putArray("objects");
        note.findings().objects().forEach(object -> {
            ObjectNode line = Change.of(object, 0, true).json();
            object.matched().forEach(line.putArray("matched")::add);
            objects.add(line);
        });
        ObjectNode versions = json.putObject("versions");
        note.findings().versions().forEach(versions::put);
        StreamCopies.Tally copies = note.findings().copies();
        note.findings().copiesSeen().forEach(json.putArray("copies")::add);
        json.put("copies_examined", copies.examined())
                .put("copies_changed", copies.changed())
                .put("copies_events", copies.events())
                .put("copies_unreadable", copies.unreadable())
                .put("exports_removed", note.findings().exportsRemoved());
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        lake.put(key(product), new ObjectContent(bytes, "application/json", Map.of()));
    }

    void forget(String product) {
        lake.delete(key(product));
    }

    private static String key(String product) {
        return Bookkeeping.sweep(product);
    }

    private static Note parse(byte[] bytes) {
        JsonNode json;
        try {
            json = JSON.readTree(bytes);
        } catch (IOException broken) {
            throw new LakeUnavailable("the notes of a sweep are no JSON", broken);
        }
        List<String> requests = new ArrayList<>();
        json.path("requests").forEach(id -> requests.add(id.asText()));
        Findings findings = new Findings();
        json.path("objects").forEach(line -> findings.examined(object(line)));
        json.path("versions").forEachEntry((key, count) -> {
            for (int removed = 0; removed < count.asInt(); removed++) {
                findings.versionRemoved(key);
            }
        });
        json.path("copies").forEach(document -> findings.copies(document.asText(), StreamCopies.Tally.NONE));
        findings.copiesBefore(new StreamCopies.Tally(
                json.path("copies_examined").asLong(),
                json.path("copies_changed").asLong(),
                json.path("copies_events").asLong(),
                json.path("copies_unreadable").asLong()));
        for (int removed = 0; removed < json.path("exports_removed").asInt(); removed++) {
            findings.exportRemoved();
        }
        return new Note(requests, findings);
    }

    private static ErasedObject object(JsonNode line) {
        ErasedObject without = Change.of(((ObjectNode) line).put("done", true)).object();
        List<Long> matched = new ArrayList<>();
        line.path("matched").forEach(count -> matched.add(count.asLong()));
        return new ErasedObject(
                without.key(),
                without.etagBefore(),
                without.etagAfter(),
                without.sha256(),
                without.rowsBefore(),
                without.rowsAfter(),
                matched,
                without.groupsCopied(),
                without.groupsRewritten());
    }
}
