package dev.weir.privacy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/// What the asker is told of a request. A file that is handed out is told as a link that holds for a short time, made
/// anew with each answer.
record StatusJson(ExportLinks links, Clock clock) {

    ObjectNode of(Request request) {
        Progress progress = request.progress();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", request.id());
        request.demand()
                .into(json)
                .put("status", progress.status().label())
                .put("requested_at", request.subject().until().toString())
                .put("due_at", request.due().toString())
                .put("overdue", request.isOverdue(clock.instant()));
        if (progress.status().isOver()) {
            results(request, json);
        }
        return json;
    }

    private void results(Request request, ObjectNode json) {
        Progress.Result result = request.progress().result();
        switch (request.type()) {
            case ERASURE -> json.put("objects_examined", result.objects()).put("rows_removed", result.rows());
            case ACCESS, PORTABILITY -> {
                json.put("objects_examined", result.objects()).put("events", result.rows());
                export(request, json.putObject("export"));
            }
            case RESTRICT, OBJECT ->
                json.put("effective_since", request.progress().since().toString());
        }
        json.put("evidence", result.evidence());
    }

    private void export(Request request, ObjectNode export) {
        String name = request.progress().result().export();
        if (name.isEmpty()) {
            export.put("state", "none");
            return;
        }
        Instant ends = clock.instant().plus(ExportLinks.HOLDS);
        export.put("state", "ready")
                .put("file", file(request))
                .put("url", links.to(name, file(request)))
                .put("url_expires_at", ends.toString());
    }

    private static String file(Request request) {
        return request.type().name().toLowerCase(Locale.ROOT) + ".zip";
    }
}
