package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Path SAMPLES = SchemaTree.REPOSITORY.resolve("events-samples/ott-streaming");
    private static final Path EVENTS = SchemaTree.SCHEMAS.resolve("ott-streaming/events");
    private static final String REQUEST = ".request.json";
    private static final String OUTCOME = ".outcome.json";

    @Test
    void everyEventHasAnAcceptedARejectedAndADroppedSample() throws IOException {
        try (Stream<Path> events = Files.list(EVENTS)) {
            assertThat(events).isNotEmpty().allSatisfy(event -> {
                Path samples = SAMPLES.resolve(event.getFileName().toString());
                for (String verdict : List.of("accepted", "rejected", "dropped")) {
                    assertThat(samples.resolve(verdict + REQUEST)).isRegularFile();
                    assertThat(json(samples.resolve(verdict + OUTCOME))
                                    .at("/results/0/status")
                                    .asText())
                            .isEqualTo(verdict);
                }
            });
        }
    }

    @Test
    void everyRequestHasAnOutcomeAndEveryOutcomeARequest() throws IOException {
        assertThat(cases(REQUEST)).isNotEmpty().isEqualTo(cases(OUTCOME));
    }

    @Test
    void everyRequestThatIsTakenHasOneResultForEachEvent() throws IOException {
        for (String sample : cases(REQUEST)) {
            JsonNode outcome = json(SAMPLES.resolve(sample + OUTCOME));
            if (outcome.path("status").asInt() == 200) {
                assertThat(outcome.path("results"))
                        .as(sample)
                        .hasSameSizeAs(events(json(SAMPLES.resolve(sample + REQUEST))));
            }
        }
    }

    @Test
    void noTwoEventsShareAnId() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String sample : cases(REQUEST)) {
            for (JsonNode event : events(json(SAMPLES.resolve(sample + REQUEST)))) {
                if (event.has("event_id")) {
                    ids.add(event.path("event_id").asText());
                }
            }
        }

        assertThat(ids).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    private static List<String> cases(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.map(file -> SAMPLES.relativize(file).toString())
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    private static List<JsonNode> events(JsonNode request) {
        List<JsonNode> events = new ArrayList<>();
        if (request.isArray()) {
            request.forEach(events::add);
        } else if (request.has("events")) {
            request.path("events").forEach(events::add);
        } else {
            events.add(request);
        }
        return events;
    }

    private static JsonNode json(Path file) {
        try {
            return new JsonMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
