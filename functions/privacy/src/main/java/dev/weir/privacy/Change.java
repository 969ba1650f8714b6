package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.ErasedObject;
import java.util.List;

/// What a request has changed, or was about to change, about an object.
///
/// @param matched rows of the request's subject
/// @param done false while it is only known that it was to be done
record Change(ErasedObject object, long matched, boolean done) {

    static Change of(ErasedObject object, int place, boolean done) {
        return new Change(object, object.matched().get(place), done);
    }

    Change confirmed(String etag) {
        ErasedObject now = new ErasedObject(
                object.key(),
                object.etagBefore(),
                etag,
                object.sha256(),
                object.rowsBefore(),
                object.rowsAfter(),
                object.matched(),
                object.groupsCopied(),
                object.groupsRewritten());
        return new Change(now, matched, true);
    }

    /// What tells one change of a request from others.
    String name() {
        return object.key() + "#" + object.etagBefore();
    }

    /// As evidence has it.
    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", object.key())
                .put("etag_before", object.etagBefore())
                .put("etag_after", object.etagAfter())
                .put("sha256", object.sha256())
                .put("rows_before", object.rowsBefore())
                .put("rows_matched", matched)
                .put("rows_after", object.rowsAfter())
                .put("groups_copied", object.groupsCopied())
                .put("groups_rewritten", object.groupsRewritten());
    }

    ObjectNode stored() {
        return json().put("done", done);
    }

    static Change of(JsonNode json) {
        ErasedObject object = new ErasedObject(
                json.required("key").asText(),
                json.required("etag_before").asText(),
                json.required("etag_after").asText(),
                json.required("sha256").asText(),
                json.required("rows_before").asLong(),
                json.required("rows_after").asLong(),
                List.of(),
                json.required("groups_copied").asInt(),
                json.required("groups_rewritten").asInt());
        return new Change(
                object,
                json.required("rows_matched").asLong(),
                json.required("done").asBoolean());
    }
}
