package dev.weir.local.endtoend;

import dev.weir.local.mapping.QueueReader;
import dev.weir.local.mapping.QueuedMessage;
import dev.weir.local.stack.Resources;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Reads queues over their API, as the event source mappings of Lambda do.
record SqsQueues(SqsClient sqs, URI endpoint) implements QueueReader, AutoCloseable {

    /// The queues of the pipeline, made.
    static SqsQueues made(URI endpoint) {
        SqsClient sqs = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
        sqs.createQueue(create -> create.queueName(Resources.SURGE_QUEUE));
        sqs.createQueue(create -> create.queueName(Resources.SURGE_DEAD_QUEUE));
        return new SqsQueues(sqs, endpoint);
    }

    /// Makes a queue by its name, with what else is SQS's own choice.
    void make(String name) {
        sqs.createQueue(create -> create.queueName(name));
    }

    @Override
    public List<QueuedMessage> receive(String queue, int most, Duration longest) {
        return sqs
                .receiveMessage(receive -> receive.queueUrl(url(queue))
                        .maxNumberOfMessages(most)
                        .waitTimeSeconds(1)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages()
                .stream()
                .map(SqsQueues::message)
                .toList();
    }

    private static QueuedMessage message(Message message) {
        var attributes = message.attributes();
        return new QueuedMessage(
                message.messageId(),
                message.body(),
                Instant.ofEpochMilli(Long.parseLong(attributes.get(MessageSystemAttributeName.SENT_TIMESTAMP))),
                Integer.parseInt(attributes.get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)),
                message.receiptHandle());
    }

    @Override
    public void delete(String queue, QueuedMessage message) {
        sqs.deleteMessage(delete -> delete.queueUrl(url(queue)).receiptHandle(message.handle()));
    }

    private String url(String queue) {
        return endpoint + "/000000000000/" + queue;
    }

    @Override
    public void close() {
        sqs.close();
    }
}
