package dev.weir.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.stream.RecordPacker.Packed;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// A stream record as it waits in the surge queue: the same bytes in base64, its partition key, and since when.
///
/// @param queuedAt when the queue got it from the collector; a message that is moved to another queue keeps it
record SurgeMessage(Packed record, Instant queuedAt) {

    /// Most bytes of a record here. SQS takes 256 KiB of text everywhere; newer quotas are larger.
    static final int MAX_RECORD = 190_000;

    private static final JsonMapper JSON = new JsonMapper();

    String text() {
        try {
            return JSON.writeValueAsString(JSON.createObjectNode()
                    .put("queued_at", queuedAt.toString())
                    .put("partition_key", record.partitionKey())
                    .put("record", record.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a surge message is always JSON", e);
        }
    }

    /// Empty for what the collector has not written.
    static Optional<SurgeMessage> of(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            String key = json.path("partition_key").asText();
            byte[] data = json.path("record").binaryValue();
            return key.isEmpty() || data == null
                    ? Optional.empty()
                    : Optional.of(new SurgeMessage(
                            new Packed(key, data),
                            Instant.parse(json.path("queued_at").asText())));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SurgeMessage[" + record + "]";
    }
}
