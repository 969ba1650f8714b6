package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.StoredEvent;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.Sought;
import dev.weir.stream.Decoded;
import dev.weir.stream.RecordCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/// Finds someone's events in records of the stream that are kept in a bucket, in the documents that [StreamCopies]
/// erases from.
record CopySearch(LakeObjects bucket, RecordCodec codec, String product) {

    private static final JsonMapper JSON = new JsonMapper();

    /// Hands on the events of someone that a document has.
    ///
    /// @return how many of its records nobody can read
    /// @throws LakeUnavailable if it cannot be read, or is no document that has records
    long read(LakeObject document, Sought sought, Consumer<FlatEvent> found) {
        long unreadable = 0;
        byte[] bytes =
                bucket.get(document.key()).map(LakeObjects.Fetched::bytes).orElse(null);
        for (String record : bytes == null ? List.<String>of() : records(document.key(), bytes)) {
            unreadable += read(record, sought, found) ? 0 : 1;
        }
        return unreadable;
    }

    private boolean read(String base64, Sought sought, Consumer<FlatEvent> found) {
        byte[] record;
        try {
            record = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
        return switch (codec.decode(record)) {
            case Decoded.Batch batch -> {
                for (StoredEvent event : batch.events()) {
                    if (event.header().type().product().equals(product) && sought.isOf(event)) {
                        found.accept(FlatEvent.of(event));
                    }
                }
                yield true;
            }
            case Decoded.Poison poison -> false;
        };
    }

    private static List<String> records(String key, byte[] document) {
        JsonNode json = parse(key, document);
        if (json.path("data").isTextual()) {
            return List.of(json.path("data").textValue());
        }
        JsonNode records = parse(key, json.path("payload").asText().getBytes(StandardCharsets.UTF_8))
                .path("Records");
        if (!records.isArray()) {
            throw new LakeUnavailable(key + " has no records that could be examined");
        }
        List<String> all = new ArrayList<>();
        records.forEach(record -> all.add(record.at("/kinesis/data").asText()));
        return all;
    }

    private static JsonNode parse(String key, byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException broken) {
            // Without its cause, which may quote the document.
            throw new LakeUnavailable(key + " is no JSON");
        }
    }
}
