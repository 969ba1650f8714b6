package dev.weir.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.lambda.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinesisEventTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Shard SHARD = new Shard(Dock.spec(10), Account.LOCAL, "shardId-000000000006");
    private static final StreamRecord RECORD = new StreamRecord(
            "49590338271490256608559692538361571095921575989136588898",
            "1",
            Instant.parse("2018-12-17T17:11:30.987654Z"),
            "Hello, this is a test.".getBytes(StandardCharsets.UTF_8));

    @Test
    void hasTheFormOfLambdasEvent() throws IOException {
        JsonNode event = JSON.readTree(new KinesisEvent(SHARD).json(List.of(RECORD)));

        assertThat(event).isEqualTo(JSON.readTree("""
                {"Records": [{
                  "kinesis": {
                    "kinesisSchemaVersion": "1.0",
                    "partitionKey": "1",
                    "sequenceNumber": "49590338271490256608559692538361571095921575989136588898",
                    "data": "SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==",
                    "approximateArrivalTimestamp": 1545066690.987
                  },
                  "eventSource": "aws:kinesis",
                  "eventVersion": "1.0",
                  "eventID": "shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
                  "eventName": "aws:kinesis:record",
                  "invokeIdentityArn": "arn:aws:iam::000000000000:role/lake-writer",
                  "awsRegion": "us-east-1",
                  "eventSourceARN": "arn:aws:kinesis:us-east-1:000000000000:stream/events"
                }]}
                """));
    }

    @Test
    void writesTheArrivalAsAPlainDecimal() {
        StreamRecord even = new StreamRecord("1", "1", Instant.parse("2018-12-17T17:11:30Z"), new byte[0]);

        String event = new String(new KinesisEvent(SHARD).json(List.of(even)), StandardCharsets.UTF_8);

        assertThat(event).contains("\"approximateArrivalTimestamp\":1545066690.000");
    }

    @Test
    void neverEstimatesLessThanItWrites() {
        StreamRecord odd = new StreamRecord("9".repeat(56), "\u0001".repeat(256), Instant.now(), new byte[1001]);

        assertThat(KinesisEvent.size(odd)).isGreaterThan(new KinesisEvent(SHARD).json(List.of(odd)).length);
    }

    @Test
    void aGivenUpBatchHasTheFormAndKeyOfLambdasDestination() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2019-11-14T00:38:06.021Z"), ZoneOffset.UTC);
        Attempt attempt = Attempt.first(List.of(RECORD)).failed();

        FailedBatch batch = new FailureDocument(SHARD, clock).of(attempt, Condition.RETRIES_EXHAUSTED, "Unhandled");

        assertThat(batch.key())
                .matches("aws/lambda/lake-writer/shardId-000000000006/2019/11/14/"
                        + "2019-11-14T00\\.38\\.06-[0-9a-f-]{36}");
        JsonNode document = JSON.readTree(batch.document());
        assertThat(document.at("/requestContext/functionArn").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:lake-writer");
        assertThat(document.at("/responseContext")).isEqualTo(JSON.readTree("""
                {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"}
                """));
        assertThat(document.at("/version").asText()).isEqualTo("1.0");
        assertThat(document.at("/timestamp").asText()).isEqualTo("2019-11-14T00:38:06.021Z");
        assertThat(document.at("/KinesisBatchInfo")).isEqualTo(JSON.readTree("""
                {
                  "shardId": "shardId-000000000006",
                  "startSequenceNumber": "49590338271490256608559692538361571095921575989136588898",
                  "endSequenceNumber": "49590338271490256608559692538361571095921575989136588898",
                  "approximateArrivalOfFirstRecord": "2018-12-17T17:11:30.987Z",
                  "approximateArrivalOfLastRecord": "2018-12-17T17:11:30.987Z",
                  "batchSize": 1,
                  "streamArn": "arn:aws:kinesis:us-east-1:000000000000:stream/events"
                }
                """));
        assertThat(JSON.readTree(document.path("payload").asText()))
                .isEqualTo(JSON.readTree(new KinesisEvent(SHARD).json(List.of(RECORD))));
    }
}
