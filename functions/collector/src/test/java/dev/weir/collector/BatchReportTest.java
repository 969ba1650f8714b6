package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Dialect;
import dev.weir.core.catalog.EventSchema;
import dev.weir.core.catalog.Form;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Violation;
import dev.weir.core.intake.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReportTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Verdict DROPPED = new Verdict.Dropped(new DropReason.NoConsent(Purpose.ANALYTICS));
    private static final Verdict REJECTED = new Verdict.Rejected(
            RejectReason.UNKNOWN_EVENT, List.of(new Violation("/name", "is not an event"), new Violation("", "no")));

    private final BatchReport report = new BatchReport(dialect(), ReceiptForm.SHORT);

    /// A dialect whose events have their id at `/meta/id`.
    private static Dialect dialect() {
        Form.Places places = new Form.Places(
                new Form.Name.Fixed("cart.opened"),
                Optional.of(JsonPointer.compile("/meta/id")),
                new Form.Properties(JsonPointer.empty(), Set.of()),
                Optional.empty(),
                Optional.empty());
        return new Dialect(List.of(new Form(
                "default",
                List.of(),
                new EventSchema(JSON.createObjectNode()),
                places,
                new Form.Fields(Map.of(), Map.of(), Map.of()))));
    }

    @Test
    void hasTheFieldsOfTheContractAndTheOrderOfTheRequest() throws IOException {
        Verdict.Accepted accepted = Verdicts.accepted();
        add("evt-dropped", DROPPED);
        add("evt-accepted", accepted);
        add("evt-rejected", REJECTED);
        add("evt-dropped-too", DROPPED);

        assertThat(json()).isEqualTo(JSON.readTree("""
                {"batch_id": "batch-1", "accepted": 1, "rejected": 1, "dropped": 2,
                 "results": [
                   {"event_id": "evt-dropped", "status": "dropped", "reason": "no_consent_analytics"},
                   {"event_id": "evt-stored", "status": "accepted", "receipt": %s},
                   {"event_id": "evt-rejected", "status": "rejected", "reason": "unknown_event", "violations": [
                     {"pointer": "/name", "message": "is not an event"}, {"pointer": "", "message": "no"}]},
                   {"event_id": "evt-dropped-too", "status": "dropped", "reason": "no_consent_analytics"}]}
                """.formatted(ReceiptJson.summary(accepted))));
    }

    @Test
    void aReceiptIsAsLongAsWasAskedFor() throws IOException {
        Verdict.Accepted accepted = Verdicts.accepted();

        assertThat(resultWith(ReceiptForm.FULL, accepted).path("receipt"))
                .isEqualTo(JSON.readTree(ReceiptJson.full(accepted).toString()));
        assertThat(resultWith(ReceiptForm.NONE, accepted)).isEqualTo(JSON.readTree("""
                {"event_id": "evt-stored", "status": "accepted"}"""));
    }

    private static JsonNode resultWith(ReceiptForm form, Verdict verdict) throws IOException {
        BatchReport report = new BatchReport(dialect(), form);
        report.add(new RawEvent(JSON.createObjectNode(), 0), verdict);
        return JSON.readTree(report.toJson("batch-1").toString())
                .path("results")
                .path(0);
    }

    @Test
    void doesNotRepeatAnIdThatHoldsPersonalData() throws IOException {
        add("jane@example.com", REJECTED);

        assertThat(json().at("/results/0/event_id").isNull()).isTrue();
    }

    @Test
    void aReportOfNothingHasEveryFieldToo() throws IOException {
        assertThat(json()).isEqualTo(JSON.readTree("""
                {"batch_id": "batch-1", "accepted": 0, "rejected": 0, "dropped": 0, "results": []}
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"meta\": {}}",
                "{\"meta\": {\"id\": null}}",
                "{\"meta\": {\"id\": 17}}",
                "{\"meta\": {\"id\": {\"id\": \"x\"}}}",
                "{\"meta\": [\"x\"]}",
                "{\"id\": \"x\"}",
                "\"x\"",
                "null"
            })
    void anIdThatIsAbsentOrNoTextIsNull(String event) throws IOException {
        report.add(new RawEvent(JSON.readTree(event), 0), REJECTED);

        JsonNode result = json().path("results").path(0);
        assertThat(result.has("event_id")).isTrue();
        assertThat(result.get("event_id").isNull()).isTrue();
    }

    private void add(String eventId, Verdict verdict) throws IOException {
        report.add(new RawEvent(JSON.readTree("{\"meta\": {\"id\": \"" + eventId + "\"}}"), 0), verdict);
    }

    private JsonNode json() throws IOException {
        return JSON.readTree(report.toJson("batch-1").toString());
    }
}
