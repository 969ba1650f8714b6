package dev.weir.local.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/// Writes a given-up batch as Lambda writes it to S3.
///
/// Source: AWS Lambda developer guide, "Retain discarded batch records for a Kinesis event source".
record FailureDocument(Shard shard, Clock clock) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter KEY_DAY = utc("yyyy/MM/dd");
    private static final DateTimeFormatter KEY_TIME = utc("yyyy-MM-dd'T'HH.mm.ss");

    FailedBatch of(Attempt attempt, Condition condition, String functionError) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode document = JSON.createObjectNode();
        context(document, attempt, condition, functionError);
        document.put("version", "1.0");
        document.put("timestamp", now.toString());
        batch(document.putObject("KinesisBatchInfo"), attempt);
        document.put("payload", new String(new KinesisEvent(shard).json(attempt.records()), StandardCharsets.UTF_8));
        String key = "aws/lambda/%s/%s/%s/%s-%s"
                .formatted(
                        shard.mapping().name(),
                        shard.id(),
                        KEY_DAY.format(now),
                        KEY_TIME.format(now),
                        UUID.randomUUID());
        return new FailedBatch(key, bytes(document));
    }

    private void context(ObjectNode document, Attempt attempt, Condition condition, String functionError) {
        ObjectNode request = document.putObject("requestContext");
        request.put("requestId", UUID.randomUUID().toString());
        request.put("functionArn", shard.functionArn());
        request.put("condition", condition.word());
        request.put("approximateInvokeCount", attempt.invoked());
        if (attempt.invoked() > 0) {
            ObjectNode response = document.putObject("responseContext");
            response.put("statusCode", 200);
            response.put("executedVersion", "$LATEST");
            if (!functionError.isEmpty()) {
                response.put("functionError", functionError);
            }
        }
    }

    private void batch(ObjectNode info, Attempt attempt) {
        info.put("shardId", shard.id());
        info.put("startSequenceNumber", attempt.first().sequenceNumber());
        info.put("endSequenceNumber", attempt.last().sequenceNumber());
        info.put("approximateArrivalOfFirstRecord", arrival(attempt.first()));
        info.put("approximateArrivalOfLastRecord", arrival(attempt.last()));
        info.put("batchSize", attempt.records().size());
        info.put("streamArn", shard.streamArn());
    }

    private static String arrival(StreamRecord record) {
        return record.arrival().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
