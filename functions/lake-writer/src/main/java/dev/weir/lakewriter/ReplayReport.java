package dev.weir.lakewriter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of documents and of the events in them: counts, and the names of documents that stay. For one thread.
final class ReplayReport {

    private final SortedMap<String, Integer> leftOut = new TreeMap<>();
    private final Map<String, String> staying = new LinkedHashMap<>();
    private int documents;
    private int landed;
    private int alreadyThere;
    private int unreadable;
    private String last;
    private boolean done;

    /// @param after the document that is done with so far
    ReplayReport(String after) {
        this.last = after;
    }

    void landed(int rows, int there) {
        landed += rows;
        alreadyThere += there;
    }

    void leftOut(String reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    void unreadable(int records) {
        unreadable += records;
    }

    /// A document that is looked at.
    void document() {
        documents++;
    }

    /// A document that stays where it is.
    void stays(String key, String reason) {
        staying.put(key, reason);
    }

    void passed(String key) {
        last = key;
    }

    void finish() {
        done = true;
    }

    String line() {
        return "documents=%d events=%d alreadyThere=%d leftOut=%s unreadable=%d staying=%d done=%s"
                .formatted(documents, landed, alreadyThere, leftOut, unreadable, staying.size(), done);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("done", done)
                .put("after", last)
                .put("documents", documents)
                .put("landed", landed)
                .put("already_there", alreadyThere)
                .put("unreadable", unreadable);
        ObjectNode reasons = json.putObject("left_out");
        leftOut.forEach(reasons::put);
        ArrayNode stay = json.putArray("staying");
        staying.forEach((key, reason) -> stay.addObject().put("key", key).put("reason", reason));
        return json;
    }
}
