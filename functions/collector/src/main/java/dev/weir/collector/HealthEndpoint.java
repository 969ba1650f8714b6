package dev.weir.collector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.stream.StreamProbe;

/// `GET /health`: well exactly when the stream can be written, because then a batch can be accepted.
final class HealthEndpoint {

    private final StreamProbe probe;

    HealthEndpoint(StreamProbe probe) {
        this.probe = probe;
    }

    Answer check() {
        return switch (probe.check()) {
            case StreamProbe.Health.Writable _ ->
                Answer.ok(JsonNodeFactory.instance.objectNode().put("status", "ok"));
            case StreamProbe.Health.Unwritable(String reason) -> Problems.unavailable(reason);
        };
    }
}
