package dev.weir.privacy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.ObjectDigest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/// What all evidence has: which request it is of, and how it stands. Nothing in it tells who is meant.
final class EvidenceBody {

    private EvidenceBody() {}

    static ObjectNode of(Request request, String phase, Status status, Instant now) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("version", 1).put("request", request.id());
        return request.demand()
                .into(json)
                .put("phase", phase)
                .put("product", request.grant().product())
                .put("tenant", request.grant().tenant())
                .put("subject_kind", request.demand().kind())
                .put("until", request.subject().until().toString())
                .put("finished_at", now.toString())
                .put("status", status.label());
    }

    static void problems(ObjectNode body, Map<String, String> problems) {
        var list = body.putArray("problems");
        problems.forEach((what, why) -> list.addObject().put("what", what).put("why", why));
    }

    /// A digest of what counts, by which evidence that says nothing new is told.
    static String said(Object... what) {
        return ObjectDigest.of(Arrays.toString(what).getBytes(StandardCharsets.UTF_8));
    }
}
