package dev.weir.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects.Fetched;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import dev.weir.lake.ObjectStore.PutOutcome;
import dev.weir.lake.VersionedObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Erases from records of the stream that are kept in a bucket: quarantine, whose documents have one in `data`, and
/// failed
/// batches, whose documents have Lambda's event in `payload`. A document that nothing is left of is deleted; so is a
/// record
/// that cannot be read, because nobody can say who is in it.
final class StreamCopies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ATTEMPTS = 5;

    private final VersionedObjects bucket;
    private final RecordEraser records;

    StreamCopies(VersionedObjects bucket, RecordEraser records) {
        this.bucket = bucket;
        this.records = records;
    }

    /// What became of documents.
    ///
    /// @param unreadable records that were removed because nobody can say who is in them
    record Tally(long examined, long changed, long events, long unreadable) {

        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally and(Tally other) {
            return new Tally(
                    examined + other.examined,
                    changed + other.changed,
                    events + other.events,
                    unreadable + other.unreadable);
        }
    }

    /// Erases from a document. Doing so again finds nothing.
    ///
    /// @throws LakeUnavailable if it cannot be read or replaced, or is no document that has records
    Tally erase(LakeObject listed) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Fetched> found = bucket.get(listed.key());
            if (found.isEmpty()) {
                return Tally.NONE;
            }
            RecordEraser.Count count = records.counting();
            ObjectNode document = document(listed.key(), found.get());
            boolean empty = erase(document, listed.key(), count);
            if (count.isNothing() || store(listed.key(), document, empty, found.get())) {
                return new Tally(1, count.isNothing() ? 0 : 1, count.events(), count.unreadable());
            }
        }
        throw new LakeUnavailable("cannot erase from " + listed.key() + ": others keep changing it");
    }

    private boolean store(String key, ObjectNode document, boolean empty, Fetched before) {
        if (empty) {
            bucket.delete(key);
            return true;
        }
        byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        ObjectContent content = new ObjectContent(bytes, "application/json", Map.of());
        return bucket.replace(key, content, before.etag()) == PutOutcome.STORED;
    }

    /// Whether no record is left.
    private static boolean erase(ObjectNode document, String key, RecordEraser.Count count) {
        if (document.path("data").isTextual()) {
            return !erase(document, count);
        }
        if (!document.path("payload").isTextual()) {
            throw new LakeUnavailable(key + " has no records that could be examined");
        }
        ObjectNode event = parse(key, document.path("payload").textValue().getBytes(StandardCharsets.UTF_8));
        if (!(event.path("Records") instanceof ArrayNode kinesis)) {
            throw new LakeUnavailable(key + " has no records that could be examined");
        }
        for (Iterator<JsonNode> each = kinesis.iterator(); each.hasNext(); ) {
            if (!(each.next().path("kinesis") instanceof ObjectNode record) || !erase(record, count)) {
                each.remove();
            }
        }
        document.put("payload", event.toString());
        return kinesis.isEmpty();
    }

    /// Whether anything is left of the record in `data`.
    private static boolean erase(ObjectNode holder, RecordEraser.Count count) {
        byte @Nullable [] left = count.erase(holder.path("data").asText());
        if (left == null) {
            return false;
        }
        holder.put("data", left);
        return true;
    }

    private static ObjectNode document(String key, Fetched found) {
        return parse(key, found.bytes());
    }

    private static ObjectNode parse(String key, byte[] bytes) {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException broken) {
            // Without its cause, which may quote the document.
            throw new LakeUnavailable(key + " is no JSON");
        } catch (IOException impossible) {
            throw new LakeUnavailable(key + " cannot be read");
        }
        throw new LakeUnavailable(key + " is no JSON object");
    }
}
