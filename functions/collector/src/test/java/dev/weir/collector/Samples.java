package dev.weir.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The requests of `events-samples/`, by their path below it and without what their file names have in common.
final class Samples {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of(System.getProperty("weir.root"), "events-samples");
    private static final String REQUEST = ".request.json";

    private Samples() {}

    static List<String> names() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(file -> file.endsWith(REQUEST))
                    .map(file -> file.substring(0, file.length() - REQUEST.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] request(String name) {
        return read(name + REQUEST);
    }

    static ObjectNode outcome(String name) {
        return object(read(name + ".outcome.json"));
    }

    /// A good event, to be changed at will.
    static ObjectNode playbackStarted() {
        return event("ott-streaming/playback.started/accepted");
    }

    /// The first event of a batch.
    static ObjectNode event(String name) {
        return (ObjectNode) object(request(name)).path("events").path(0);
    }

    /// The body of a request with these events.
    static String batch(JsonNode... events) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("events").addAll(List.of(events));
        return body.toString();
    }

    static JsonNode parse(String json) throws IOException {
        return JSON.readTree(json);
    }

    private static ObjectNode object(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
