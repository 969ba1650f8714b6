package dev.weir.local.endtoend;

import dev.weir.local.emulators.sqs.QueueSpec;
import dev.weir.local.mapping.QueueReader;
import dev.weir.local.mapping.ShardReader;
import dev.weir.local.stack.Clients;
import dev.weir.local.stack.Services;
import java.net.URI;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// LocalStack in a container, behind the same seam as the embedded services.
final class LocalStackServices implements Services {

    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4");

    private final LocalStackContainer container;
    private final SqsQueues queues;

    private LocalStackServices(LocalStackContainer container, SqsQueues queues) {
        this.container = container;
        this.queues = queues;
    }

    static LocalStackServices start() {
        LocalStackContainer container = new LocalStackContainer(IMAGE).withServices("kinesis", "dynamodb", "s3", "sqs");
        container.start();
        return new LocalStackServices(container, SqsQueues.made(container.getEndpoint()));
    }

    @Override
    public URI kinesis() {
        return container.getEndpoint();
    }

    @Override
    public URI dynamoDb() {
        return container.getEndpoint();
    }

    @Override
    public URI s3() {
        return container.getEndpoint();
    }

    @Override
    public URI sqs() {
        return container.getEndpoint();
    }

    @Override
    public QueueReader queues() {
        return queues;
    }

    @Override
    public void make(QueueSpec queue) {
        queues.make(queue.name());
    }

    @Override
    public ShardReader shards() {
        return new KinesisShards(Clients.of(this).kinesis());
    }

    @Override
    public void close() {
        queues.close();
        container.stop();
    }
}
