package dev.weir.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.intake.GatewayEvent;
import java.util.Map;
import java.util.TreeMap;

/// An HTTP answer with a JSON body, or with none.
///
/// @param headers beside the content type
/// @param body missing where there is none
record Answer(int status, String contentType, Map<String, String> headers, JsonNode body) {

    private static final String STREAM = "stream";
    private static final String QUEUED = "queued";

    static Answer ok(JsonNode body) {
        return new Answer(200, "application/json", Map.of(), body);
    }

    /// What was accepted is kept, and not in the stream yet. The body says so too, so that it can be told from it
    /// later.
    static Answer queued(ObjectNode report) {
        return new Answer(202, "application/json", Map.of(), report.put(STREAM, QUEUED));
    }

    /// An answer to a batch, from its body alone.
    static Answer again(JsonNode report) {
        return new Answer(
                QUEUED.equals(report.path(STREAM).asText()) ? 202 : 200, "application/json", Map.of(), report);
    }

    /// Whether the batch needs not be sent again.
    boolean keepsTheBatch() {
        return status == 200 || status == 202;
    }

    static Answer noContent(Map<String, String> headers) {
        return new Answer(204, "", headers, MissingNode.getInstance());
    }

    /// The same with other headers.
    Answer with(Map<String, String> others) {
        return new Answer(status, contentType, others, body);
    }

    JsonNode toResponse() {
        Map<String, String> all = new TreeMap<>(headers);
        if (!body.isMissingNode()) {
            all.put("content-type", contentType);
        }
        all.put("cache-control", "no-store");
        return GatewayEvent.answer(status, all, body.toString());
    }
}
