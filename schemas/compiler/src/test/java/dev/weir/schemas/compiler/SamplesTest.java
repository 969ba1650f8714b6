package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final SampleFolder SAMPLES = new SampleFolder(SchemaTree.REPOSITORY.resolve("events-samples"));
    private static final ObjectNode CATALOG = catalog();

    private static ObjectNode catalog() {
        return switch (CatalogCompiler.compile(SchemaTree.SCHEMAS)) {
            case Compilation.Compiled(ObjectNode catalog, ObjectNode _) -> catalog;
            case Compilation.Broken(List<Problem> problems) -> throw new AssertionError(problems.toString());
        };
    }

    @Test
    void everyEventAndEveryRuleOfAProductHasItsSamples() throws IOException {
        assertThat(MissingSamples.of(CATALOG, SAMPLES.folder()))
                .as("what events-samples/ must show and does not")
                .isEmpty();
    }

    @Test
    void aRuleThatAProductGetsNeedsASample() throws IOException {
        ObjectNode stricter = CATALOG.deepCopy();
        ObjectNode videoWindow = stricter.withObject("/products/video-window");
        videoWindow.withObject("/limits").put("payload_bytes", 4096);
        videoWindow.withObject("/consent").withArray("tagged").add("analytics");
        videoWindow.withObject("/events/story_published/1").putArray("sources").add("client");
        videoWindow.withObject("/events/story_published/1").put("purpose", "ad_targeting");
        videoWindow.withObject("/events").set("story_forgotten", videoWindow.at("/events/story_published"));
        stricter.withObject("/products/tenant-telemetry/events/message_sent/1").put("sampling", 50);
        stricter.withObject("/products/thedata/pii").put("token", "reject");
        stricter.withObject("/products/video-window/pii").put("token", "hash");
        stricter.withObject("/products/ott-streaming/consent/without").put("analytics", "anonymise");

        assertThat(MissingSamples.of(stricter, SAMPLES.folder()))
                .containsExactlyInAnyOrder(
                        "video-window: properties that must be at most 4096 bytes of JSON",
                        "video-window: the tag no_analytics",
                        "video-window: a refusal of ad_targeting",
                        "video-window/story_forgotten/accepted",
                        "video-window/story_forgotten/rejected",
                        "video-window/story_forgotten/dropped",
                        "video-window: personal data that is hashed",
                        "thedata: personal data that is rejected",
                        "tenant-telemetry: an event that is sampled out",
                        "ott-streaming: an event anonymised for want of analytics");
    }

    @Test
    void everyRequestHasAnOutcomeAndEveryOutcomeARequest() throws IOException {
        assertThat(SAMPLES.names(SampleFolder.REQUEST)).isNotEmpty().isEqualTo(SAMPLES.names(SampleFolder.OUTCOME));
    }

    @Test
    void everyRequestThatIsTakenHasOneResultForEachEvent() throws IOException {
        for (SampleFolder.Case sample : SAMPLES.cases()) {
            if (sample.hasStatus(200)) {
                assertThat(sample.results()).as(sample.name()).hasSameSizeAs(sample.events());
            }
        }
    }

    @Test
    void noTwoEventsShareAnId() throws IOException {
        List<String> ids = new ArrayList<>();
        for (SampleFolder.Case sample : SAMPLES.cases()) {
            String product = sample.name().substring(0, sample.name().indexOf('/'));
            for (JsonNode event : sample.events()) {
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
        return CATALOG.at("/products/" + product + "/dialect/forms")
                .valueStream()
                .map(form -> form.path("event_id").asText())
                .filter(place -> !place.isEmpty());
    }
}
