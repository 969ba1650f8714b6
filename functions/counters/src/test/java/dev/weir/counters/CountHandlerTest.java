package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@QuarkusTest
@TestProfile(Functions.Count.class)
class CountHandlerTest {

    private static final Instant START = Instant.parse("2026-02-08T14:03:00Z");
    private static final String COUNT = "n#[\"app.launch\",\"ios\"]";

    @Inject
    FakeDynamo dynamo;

    @BeforeEach
    void emptyTable() {
        dynamo.clear();
    }

    @Test
    void countsABatchAsLambdaHandsItInAndItsReplayNotAgain() throws Exception {
        JsonNode event = event(
                record("shardId-000000000000", 1, launches(2)),
                record("shardId-000000000001", 1, launches(1)),
                record("shardId-000000000000", 2, launches(3)));

        JsonNode answer = LambdaJson.invoke(event);
        LambdaJson.invoke(event);

        assertThat(answer.isMissingNode() || answer.isNull()).isTrue();
        assertThat(dynamo.items())
                .extracting(item -> item.get("sk"), item -> item.get(COUNT))
                .containsExactlyInAnyOrder(
                        tuple(sk("shardId-000000000000"), AttributeValue.fromN("5")),
                        tuple(sk("shardId-000000000001"), AttributeValue.fromN("1")));
    }

    @Test
    void failsAsAWholeWhenTheTableDoes() {
        dynamo.script(List.of(new FakeDynamo.Step.FailsBefore()));

        assertThatThrownBy(() -> LambdaJson.invoke(event(record("shardId-000000000000", 1, launches(1)))))
                .hasStackTraceContaining("unavailable");
    }

    @Test
    void aBatchOfPoisonAloneSucceeds() throws Exception {
        LambdaJson.invoke(event(record("shardId-000000000000", 1, new byte[] {0})));

        assertThat(dynamo.items()).isEmpty();
    }

    private static AttributeValue sk(String shardId) {
        return AttributeValue.fromS("2026-02-08T14:03:00Z#" + shardId);
    }

    private static byte[] launches(int count) {
        return Events.bytes(Collections.nCopies(count, Events.event("app.launch", "ios", START)));
    }

    private static JsonNode event(ObjectNode... records) {
        ObjectNode event = LambdaJson.JSON.createObjectNode();
        event.putArray("Records").addAll(List.of(records));
        return event;
    }

    private static ObjectNode record(String shardId, int sequence, byte[] data) {
        ObjectNode record = LambdaJson.JSON.createObjectNode();
        record.putObject("kinesis")
                .put("kinesisSchemaVersion", "1.0")
                .put("partitionKey", "key")
                .put("sequenceNumber", Integer.toString(sequence))
                .put("data", data)
                .put("approximateArrivalTimestamp", 1770559380.987);
        return record.put("eventSource", "aws:kinesis")
                .put("eventVersion", "1.0")
                .put("eventID", shardId + ":" + sequence)
                .put("eventName", "aws:kinesis:record")
                .put("awsRegion", "eu-central-1")
                .put("eventSourceARN", "arn:aws:kinesis:eu-central-1:000000000000:stream/weir-events");
    }
}
