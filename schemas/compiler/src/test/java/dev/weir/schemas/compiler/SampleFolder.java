package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A folder of samples.
record SampleFolder(Path folder) {

    static final String REQUEST = ".request.json";
    static final String OUTCOME = ".outcome.json";

    /// A request and its outcome.
    ///
    /// @param name path below the folder, without its ending
    record Case(String name, JsonNode request, JsonNode outcome, long bytes) {

        List<JsonNode> events() {
            return SampleFolder.events(request);
        }

        Stream<JsonNode> results() {
            return outcome.path("results").valueStream();
        }

        boolean isFor(String product) {
            return name.startsWith(product + "/");
        }

        boolean isFrom(String source) {
            return outcome.path("credential").asText("client").equals(source);
        }

        boolean hasStatus(int status) {
            return outcome.path("status").asInt() == status;
        }
    }

    /// Names of files with an ending, without it.
    List<String> names(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String name : names(REQUEST)) {
            Path request = folder.resolve(name + REQUEST);
            cases.add(new Case(name, json(request), json(folder.resolve(name + OUTCOME)), Files.size(request)));
        }
        return cases;
    }

    private static JsonNode json(Path file) {
        try {
            return new JsonMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static List<JsonNode> events(JsonNode request) {
        if (request.isArray()) {
            return request.valueStream().toList();
        }
        return request.has("events") ? request.path("events").valueStream().toList() : List.of(request);
    }
}
