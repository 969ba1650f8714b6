package dev.weir.stream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A batch that a consumer gave up, as Lambda reports it to an on-failure destination in S3: with the records, as they
/// were handed in.
///
/// Source: AWS Lambda developer guide, "Retain discarded batch records for a Kinesis event source".
///
/// @param function name of the consumer, without account and alias
/// @param first where the batch began when it was handed in; a record of somebody who was erased is not in it any more
/// @param last where it ended then
public record FailedBatch(String function, SequenceNumber first, SequenceNumber last, ShardBatch batch) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NAME_IN_ARN = 6;

    /// Reads a report.
    ///
    /// @throws IllegalArgumentException if it is none, or has no records; the message has nothing of its content
    public static FailedBatch read(byte[] report) {
        try {
            return read(JSON.readTree(report));
        } catch (JacksonException broken) {
            // Without its cause, which may quote the report.
            throw new IllegalArgumentException("no JSON");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Reads a report whose `payload` is JSON in JSON, or text that is.
    ///
    /// @throws IllegalArgumentException as [#read(byte[])] does
    public static FailedBatch read(JsonNode report) {
        try {
            JsonNode payload = report.path("payload");
            JsonNode event = payload.isTextual() ? JSON.readTree(payload.textValue()) : payload;
            ShardBatch batch = batch(event.path("Records"));
            JsonNode info = report.required("KinesisBatchInfo");
            return new FailedBatch(
                    function(report), number(info, "startSequenceNumber"), number(info, "endSequenceNumber"), batch);
        } catch (IOException | RuntimeException broken) {
            // Without its cause, which may quote the report.
            throw new IllegalArgumentException("no report of a failed batch of a Kinesis stream");
        }
    }

    private static String function(JsonNode json) {
        return json.required("requestContext").required("functionArn").asText().split(":", -1)[NAME_IN_ARN];
    }

    private static SequenceNumber number(JsonNode info, String field) {
        return new SequenceNumber(info.required(field).asText());
    }

    private static ShardBatch batch(JsonNode records) {
        List<ShardBatch.Item> items = new ArrayList<>();
        for (JsonNode record : records) {
            items.add(item(record.required("kinesis")));
        }
        String id = records.required(0).required("eventID").asText();
        return new ShardBatch(id.substring(0, id.lastIndexOf(':')), items);
    }

    private static ShardBatch.Item item(JsonNode kinesis) {
        BigDecimal seconds = kinesis.required("approximateArrivalTimestamp").decimalValue();
        return new ShardBatch.Item(
                new SequenceNumber(kinesis.required("sequenceNumber").asText()),
                kinesis.required("partitionKey").asText(),
                Instant.ofEpochMilli(seconds.movePointRight(3).longValue()),
                Base64.getDecoder().decode(kinesis.required("data").asText()));
    }

    @Override
    public String toString() {
        return "FailedBatch[" + function + ", " + batch.items().size() + " records of " + batch.shardId() + "]";
    }
}
