package dev.weir.local.front;

import dev.weir.local.emulators.sqs.QueueSpec;
import dev.weir.local.mapping.QueueReader;
import dev.weir.local.mapping.ShardReader;
import dev.weir.local.stack.Services;
import java.io.IOException;
import java.net.URI;

/// Services that are others'. What extends it stands before some of them.
public class DelegatingServices implements Services {

    private final Services services;

    protected DelegatingServices(Services services) {
        this.services = services;
    }

    @Override
    public URI kinesis() {
        return services.kinesis();
    }

    @Override
    public URI dynamoDb() {
        return services.dynamoDb();
    }

    @Override
    public URI s3() {
        return services.s3();
    }

    @Override
    public URI sqs() {
        return services.sqs();
    }

    @Override
    public ShardReader shards() {
        return services.shards();
    }

    @Override
    public QueueReader queues() {
        return services.queues();
    }

    @Override
    public void make(QueueSpec queue) {
        services.make(queue);
    }

    @Override
    public void close() throws IOException {
        services.close();
    }
}
