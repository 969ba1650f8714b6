package dev.weir.local.stack;

import dev.weir.local.emulators.dynamodb.DynamoDb;
import dev.weir.local.emulators.kinesis.KinesisServer;
import dev.weir.local.emulators.s3.S3;
import dev.weir.local.emulators.sqs.QueueSpec;
import dev.weir.local.emulators.sqs.SqsServer;
import dev.weir.local.mapping.QueueReader;
import dev.weir.local.mapping.ShardReader;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Kinesis, DynamoDB, S3 and SQS inside this process, on loopback ports of their own.
public final class EmbeddedServices implements Services {

    private static final int ANY_PORT = 0;

    private final KinesisServer kinesis;
    private final DynamoDb dynamoDb;
    private final S3 s3;
    private final SqsServer sqs;

    private EmbeddedServices(KinesisServer kinesis, SqsServer sqs, DynamoDb dynamoDb, S3 s3) {
        this.kinesis = kinesis;
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
        this.s3 = s3;
    }

    /// Starts all of them side by side; none stays when one cannot start.
    public static EmbeddedServices start(Artifacts artifacts, StateFolder state) throws Exception {
        try (ExecutorService starting = Executors.newVirtualThreadPerTaskExecutor();
                Undo undo = new Undo()) {
            KinesisServer kinesis = undo.onFailure(KinesisServer.start(state.kinesis(), ANY_PORT, Clock.systemUTC()));
            Future<DynamoDb> dynamoDb = starting.submit(
                    started(undo, () -> DynamoDb.start(artifacts.dynamoDb(), state.dynamoDb(), ANY_PORT)));
            Future<S3> s3 = starting.submit(started(undo, () -> S3.start(artifacts.s3(), state.s3(), ANY_PORT)));
            SqsServer sqs = undo.onFailure(SqsServer.start(state.sqs(), ANY_PORT, Clock.systemUTC()));
            EmbeddedQueues.open(sqs.queues());
            EmbeddedServices services = new EmbeddedServices(kinesis, sqs, result(dynamoDb), result(s3));
            undo.forget();
            return services;
        }
    }

    private static <T extends AutoCloseable> Callable<T> started(Undo undo, Callable<T> start) {
        return () -> undo.onFailure(start.call());
    }

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public URI kinesis() {
        return kinesis.endpoint();
    }

    @Override
    public URI dynamoDb() {
        return dynamoDb.endpoint();
    }

    @Override
    public URI s3() {
        return s3.endpoint();
    }

    @Override
    public URI sqs() {
        return sqs.endpoint();
    }

    @Override
    public QueueReader queues() {
        return new EmbeddedQueues(sqs.queues());
    }

    @Override
    public void make(QueueSpec queue) {
        sqs.queues().open(queue);
    }

    @Override
    public ShardReader shards() {
        return new EmbeddedShards(kinesis.streams());
    }

    @Override
    public void close() throws IOException {
        try (kinesis;
                dynamoDb;
                s3;
                sqs) {
            // closed in reverse order, each even when another cannot be
        }
    }
}
