package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedBatchTest {

    private static final String RECORDS = """
            {"Records": [
              {"eventID": "shardId-000000000006:41", "kinesis": {"sequenceNumber": "41", "partitionKey": "p",
               "data": "YQ==", "approximateArrivalTimestamp": 1770559199.987}},
              {"eventID": "shardId-000000000006:42", "kinesis": {"sequenceNumber": "42", "partitionKey": "p",
               "data": "Yg==", "approximateArrivalTimestamp": 1770559200}}]}""";

    private static byte[] report(String payload) {
        return """
                {"requestContext": {"functionArn": "arn:aws:lambda:us-east-1:123456789012:function:weir-lake-writer:live"},
                 "KinesisBatchInfo": {"startSequenceNumber": "40", "endSequenceNumber": "43"},
                 "payload": %s}""".formatted(payload).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String json) {
        return '"' + json.replace("\"", "\\\"").replace("\n", "") + '"';
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsTheRecordsAsTheyWereHandedIn(boolean asText) {
        FailedBatch failed = FailedBatch.read(report(asText ? quoted(RECORDS) : RECORDS));

        assertThat(failed.function()).isEqualTo("weir-lake-writer");
        assertThat(failed.first()).isEqualTo(new SequenceNumber("40"));
        assertThat(failed.last()).isEqualTo(new SequenceNumber("43"));
        assertThat(failed.batch().shardId()).isEqualTo("shardId-000000000006");
        assertThat(failed.batch().items())
                .extracting(item -> item.sequenceNumber().digits())
                .containsExactly("41", "42");
        assertThat(failed.batch().items().getFirst().arrival()).isEqualTo(Instant.parse("2026-02-08T13:59:59.987Z"));
        assertThat(failed.batch().items().getLast().data()).containsExactly('b');
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Records\": []}", "{}", "7", "\"secret\"", "{\"Records\": [{\"eventID\": \"secret\"}]}"})
    void refusesWhatHasNoRecordsWithoutQuotingIt(String payload) {
        assertThatThrownBy(() -> FailedBatch.read(report(payload)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> FailedBatch.read("secret".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no JSON")
                .hasNoCause();
    }
}
