package dev.weir.local.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;

/// The event that a Kinesis mapping invokes a function with.
///
/// Source: AWS Lambda developer guide, "Using Lambda with Kinesis", example event.
record KinesisEvent(Shard shard) {

    /// Lambda's bound on the payload of an invocation.
    static final int LARGEST = 6 * 1024 * 1024;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int AROUND_A_RECORD = 1024;

    byte[] json(List<StreamRecord> records) {
        ObjectNode event = JSON.createObjectNode();
        records.forEach(record -> write(record, event.withArray("Records").addObject()));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    /// At least what the record takes in the event: data in base64, and what is around it.
    static int size(StreamRecord record) {
        return (record.data().length + 2) / 3 * 4 + 6 * record.partitionKey().length() + AROUND_A_RECORD;
    }

    private void write(StreamRecord record, ObjectNode to) {
        ObjectNode kinesis = to.putObject("kinesis");
        kinesis.put("kinesisSchemaVersion", "1.0");
        kinesis.put("partitionKey", record.partitionKey());
        kinesis.put("sequenceNumber", record.sequenceNumber());
        kinesis.put("data", Base64.getEncoder().encodeToString(record.data()));
        kinesis.put(
                "approximateArrivalTimestamp",
                BigDecimal.valueOf(record.arrival().toEpochMilli(), 3));
        to.put("eventSource", "aws:kinesis");
        to.put("eventVersion", "1.0");
        to.put("eventID", shard.id() + ":" + record.sequenceNumber());
        to.put("eventName", "aws:kinesis:record");
        to.put("invokeIdentityArn", shard.roleArn());
        to.put("awsRegion", shard.account().region());
        to.put("eventSourceARN", shard.streamArn());
    }
}
