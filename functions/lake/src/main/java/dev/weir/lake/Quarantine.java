package dev.weir.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/// Where poison records wait for somebody to look at them, so that their batch can go on. As personal as the stream:
/// the
/// bucket must let its objects expire.
public final class Quarantine {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectStore store;
    private final String function;

    /// @param function who found the records to be poison
    public Quarantine(ObjectStore store, String function) {
        this.store = store;
        this.function = function;
    }

    /// Keeps a record as `quarantine/dt=<day of arrival>/<shard>-<sequence>.json`, and returns that name. Keeping it
    /// again changes nothing.
    ///
    /// @throws LakeUnavailable if it is not known to be stored
    public String keep(PoisonRecord poison) {
        String key = key(poison.place(), poison.arrival());
        byte[] json = describe(poison).toString().getBytes(StandardCharsets.UTF_8);
        store.put(key, new ObjectContent(json, "application/json", Map.of()));
        return key;
    }

    /// Whether a record is kept.
    ///
    /// @param arrival when the stream took it
    public boolean holds(RecordPlace place, Instant arrival) {
        return store.head(key(place, arrival)).isPresent();
    }

    /// The record of a document that [#keep(PoisonRecord)] has made.
    ///
    /// @throws IllegalArgumentException if it is none; the message has nothing of its content
    public static PoisonRecord read(byte[] document) {
        try {
            JsonNode json = JSON.readTree(document);
            RecordPlace place = new RecordPlace(
                    json.required("shard").asText(),
                    SequenceNumber.of(json.required("sequence").asText()));
            return new PoisonRecord(
                    place,
                    Instant.parse(json.required("arrival").asText()),
                    json.required("data").binaryValue(),
                    json.path("reason").asText());
        } catch (IOException | RuntimeException broken) {
            // Without its cause, which may quote the document.
            throw new IllegalArgumentException("no document of a record in quarantine");
        }
    }

    private static String key(RecordPlace place, Instant arrival) {
        LocalDate day = arrival.atOffset(ZoneOffset.UTC).toLocalDate();
        return "quarantine/dt=" + day + "/" + place.objectName() + ".json";
    }

    private ObjectNode describe(PoisonRecord poison) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reason", poison.reason())
                .put("shard", poison.place().shardId())
                .put("sequence", poison.place().sequence().toString())
                .put("arrival", poison.arrival().toString())
                .put("function", function)
                .put("data", poison.data());
    }
}
