package dev.weir.local.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.local.lambda.Account;
import java.util.List;

/// The event that a mapping of a queue invokes a function with.
///
/// Source: AWS Lambda developer guide, "Using Lambda with Amazon SQS", example event of a standard queue.
record SqsEvent(String queue, Account account) {

    private static final JsonMapper JSON = new JsonMapper();

    byte[] json(List<QueuedMessage> messages) {
        ObjectNode event = JSON.createObjectNode();
        messages.forEach(message -> write(message, event.withArray("Records").addObject()));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private void write(QueuedMessage message, ObjectNode to) {
        to.put("messageId", message.id());
        to.put("receiptHandle", message.handle());
        to.put("body", message.body());
        ObjectNode attributes = to.putObject("attributes");
        attributes.put("ApproximateReceiveCount", Integer.toString(message.receives()));
        attributes.put("SentTimestamp", Long.toString(message.sent().toEpochMilli()));
        to.putObject("messageAttributes");
        to.put("eventSource", "aws:sqs");
        to.put("eventSourceARN", "arn:aws:sqs:" + account.region() + ":" + account.id() + ":" + queue);
        to.put("awsRegion", account.region());
    }
}
