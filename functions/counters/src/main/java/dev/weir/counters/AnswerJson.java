package dev.weir.counters;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// The JSON of answers.
final class AnswerJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AnswerJson() {}

    static String counts(Answer.Counts counts) {
        ObjectNode body = JSON.createObjectNode()
                .put("product", counts.product())
                .put("counter", counts.rule().name())
                .put("window", counts.rule().window().toString())
                .put("from", counts.range().from().toString())
                .put("to", counts.range().to().toString());
        var points = body.putArray("points");
        counts.points().forEach(point -> points.add(point(counts.rule().by(), point)));
        return body.toString();
    }

    private static ObjectNode point(List<String> dimensions, Point point) {
        ObjectNode json = JSON.createObjectNode().put("start", point.start().toString());
        ObjectNode by = json.putObject("by");
        for (int i = 0; i < dimensions.size(); i++) {
            Optional<String> value = point.values().get(i);
            by.put(dimensions.get(i), value.orElse(null));
        }
        return json.put("count", point.count());
    }
}
