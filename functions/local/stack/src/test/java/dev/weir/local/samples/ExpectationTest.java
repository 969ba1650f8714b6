package dev.weir.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final String OUTCOME = """
            {"status": 200, "results": [{"status": "rejected", "reason": "invalid",
             "violations": [{"pointer": "/properties/a", "message": "is required"}]}]}""";

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }

    @Test
    void letsAnAnswerSayMore() throws IOException {
        JsonNode answer = json("""
                {"batch_id": "b", "results": [{"event_id": "e", "status": "rejected", "reason": "invalid", "violations":
                 [{"pointer": "/x", "message": "y"}, {"pointer": "/properties/a", "message": "is required"}]}]}""");

        assertThat(Expectation.differences(json(OUTCOME), 200, answer)).isEmpty();
    }

    @Test
    void namesEverythingThatDiffers() throws IOException {
        JsonNode answer = json("{\"results\": [{\"status\": \"accepted\"}]}");

        assertThat(Expectation.differences(json(OUTCOME), 503, answer))
                .containsExactly(
                        "status should be 200, was 503",
                        "event 0 status should be rejected, was accepted",
                        "event 0 reason should be invalid, was absent",
                        "event 0 should be told of a violation at /properties/a, was told of ");
    }

    @Test
    void takesAnotherMessageForAnotherViolation() throws IOException {
        JsonNode answer = json("""
                {"results": [{"status": "rejected", "reason": "invalid",
                 "violations": [{"pointer": "/properties/a", "message": "must be a string"}]}]}""");

        assertThat(Expectation.differences(json(OUTCOME), 200, answer)).hasSize(1);
    }

    @Test
    void countsTheResults() throws IOException {
        assertThat(Expectation.differences(json(OUTCOME), 200, json("{\"results\": []}")))
                .contains("number of results should be 1, was 0");
    }

    @Test
    void comparesWhatAReceiptMustSay() throws IOException {
        JsonNode outcome = json("""
                {"status": 200, "results": [{"status": "accepted", "receipt": {"basis": "event", "tags": ["a", "b"]}}]}""");
        JsonNode answer = json("""
                {"results": [{"status": "accepted",
                 "receipt": {"purpose": "analytics", "basis": "region_default", "tags": ["b", "c"]}}]}""");

        assertThat(Expectation.differences(outcome, 200, answer))
                .containsExactly(
                        "event 0 receipt basis should be event, was region_default",
                        "event 0 receipt tags should have \"a\", was [\"b\",\"c\"]");
    }
}
