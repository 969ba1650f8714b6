package dev.weir.local.emulators.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/// The actions that the pipeline and its people use, by the shapes of the
/// [SQS API](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html).
final class SqsApi {

    private static final String VERSION = "AmazonSQS.";
    private static final int MOST_AT_ONCE = 10;
    private static final int LARGEST = 262_144;

    private final Queues queues;

    SqsApi(Queues queues) {
        this.queues = queues;
    }

    /// @throws SqsRefusal where the request is refused
    ObjectNode perform(String target, JsonNode input) throws InterruptedException {
        StoredQueue queue = queue(input);
        return switch (target.replace(VERSION, "")) {
            case "SendMessage" -> send(queue, input);
            case "ReceiveMessage" -> receive(queue, input);
            case "DeleteMessage" -> deleted(queue, input);
            case "DeleteMessageBatch" -> deletedAll(queue, input);
            case "ChangeMessageVisibility" -> hidden(queue, input);
            case "GetQueueAttributes" -> attributes(queue);
            default -> throw new SqsRefusal("InvalidAction", "The action is not one of those here.");
        };
    }

    private StoredQueue queue(JsonNode input) {
        String path = URI.create(input.path("QueueUrl").asText("")).getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        try {
            return queues.find(name);
        } catch (java.util.NoSuchElementException e) {
            throw new SqsRefusal("QueueDoesNotExist", "The specified queue does not exist.");
        }
    }

    private static ObjectNode send(StoredQueue queue, JsonNode input) {
        String body = input.path("MessageBody").asText("");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > LARGEST) {
            throw new SqsRefusal("InvalidParameterValue", "A message has 1 to " + LARGEST + " bytes.");
        }
        return object().put("MessageId", queue.send(body)).put("MD5OfMessageBody", md5(bytes));
    }

    private static ObjectNode receive(StoredQueue queue, JsonNode input) throws InterruptedException {
        int most = Math.clamp(input.path("MaxNumberOfMessages").asInt(1), 1, MOST_AT_ONCE);
        Duration wait = Duration.ofSeconds(input.path("WaitTimeSeconds").asInt(0));
        List<Message> received = queue.receive(most, wait);
        ObjectNode answer = object();
        for (Message message : received) {
            answer.withArray("Messages")
                    .addObject()
                    .put("MessageId", message.id())
                    .put("ReceiptHandle", message.handle())
                    .put("Body", message.body())
                    .put("MD5OfBody", md5(message.body().getBytes(StandardCharsets.UTF_8)));
        }
        return answer;
    }

    private static ObjectNode deleted(StoredQueue queue, JsonNode input) {
        queue.delete(input.path("ReceiptHandle").asText());
        return object();
    }

    private static ObjectNode deletedAll(StoredQueue queue, JsonNode input) {
        ObjectNode answer = object();
        answer.putArray("Failed");
        for (JsonNode entry : input.path("Entries")) {
            queue.delete(entry.path("ReceiptHandle").asText());
            answer.withArray("Successful")
                    .addObject()
                    .put("Id", entry.path("Id").asText());
        }
        return answer;
    }

    private static ObjectNode hidden(StoredQueue queue, JsonNode input) {
        Duration duration = Duration.ofSeconds(input.path("VisibilityTimeout").asInt(0));
        queue.hide(input.path("ReceiptHandle").asText(), duration);
        return object();
    }

    private static ObjectNode attributes(StoredQueue queue) {
        ObjectNode answer = object();
        answer.putObject("Attributes").put("ApproximateNumberOfMessages", Integer.toString(queue.size()));
        return answer;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Clients compare it with their own.
    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
