package dev.weir.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A response to be sent. `toString()` gives its status alone.
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    /// RFC 9457; `detail` is free of what the request held.
    static Answer problem(int status, String title, String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return new Answer(
                status,
                Map.of("Content-Type", List.of("application/problem+json")),
                problem.toString().getBytes(StandardCharsets.UTF_8));
    }

    Answer with(String header, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(header, List.of(value));
        return new Answer(status, more, body);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
