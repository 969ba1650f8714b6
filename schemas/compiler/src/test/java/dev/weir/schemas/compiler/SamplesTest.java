package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Path SAMPLES = SchemaTree.REPOSITORY.resolve("events-samples");
    private static final ObjectNode CATALOG = catalog();
    private static final String REQUEST = ".request.json";
    private static final String OUTCOME = ".outcome.json";

    private static ObjectNode catalog() {
        return switch (CatalogCompiler.compile(SchemaTree.SCHEMAS)) {
            case Compilation.Compiled(ObjectNode catalog, ObjectNode _) -> catalog;
            case Compilation.Broken(List<Problem> problems) -> throw new AssertionError(problems.toString());
        };
    }

    @Test
    void everyEventHasAnAcceptedAndARejectedSampleAndADroppedOneWhereItCanBeRefused() {
        CATALOG.path("products")
                .forEachEntry((product, content) -> content.path("events").forEachEntry((event, versions) -> {
                    hasSample(product, event, "accepted");
                    hasSample(product, event, "rejected");
                    if (canBeDropped(content, versions)) {
                        hasSample(product, event, "dropped");
                    }
                }));
    }

    private static void hasSample(String product, String event, String verdict) {
        Path samples = SAMPLES.resolve(product).resolve(event);
        assertThat(samples.resolve(verdict + REQUEST)).isRegularFile();
        assertThat(json(samples.resolve(verdict + OUTCOME))
                        .at("/results/0/status")
                        .asText())
                .isEqualTo(verdict);
    }

    private static boolean canBeDropped(JsonNode product, JsonNode versions) {
        return StreamSupport.stream(versions.spliterator(), false)
                .map(policy -> policy.path("purpose").asText())
                .anyMatch(purpose -> !purpose.equals("essential")
                        && !product.at("/consent/without").has(purpose));
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
            String product = sample.substring(0, sample.indexOf('/'));
            for (JsonNode event : events(json(SAMPLES.resolve(sample + REQUEST)))) {
                idPlaces(product)
                        .map(event::at)
                        .filter(JsonNode::isTextual)
                        .findFirst()
                        .ifPresent(id -> ids.add(product + " " + id.asText()));
            }
        }

        assertThat(ids).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    private static Stream<String> idPlaces(String product) {
        JsonNode forms = CATALOG.path("products").path(product).at("/dialect/forms");
        return StreamSupport.stream(forms.spliterator(), false)
                .map(form -> form.path("event_id").asText())
                .filter(place -> !place.isEmpty());
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
