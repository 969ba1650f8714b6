package dev.weir.local.permissions;

import dev.weir.local.emulators.sqs.QueueSpec;
import dev.weir.local.mapping.QueueReader;
import dev.weir.local.mapping.ShardReader;
import dev.weir.local.stack.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// Services that know which actions were taken on them, and by whom. What cannot be told is kept as trouble.
public final class RecordedServices implements Services {

    /// Whoever makes buckets and tables, and the tests.
    private static final String THIS_MACHINE = "local";

    private final Services services;
    private final SortedSet<Call> calls = new ConcurrentSkipListSet<>();
    private final SortedSet<String> trouble = new ConcurrentSkipListSet<>();
    private final Front kinesis;
    private final Front dynamoDb;
    private final Front s3;
    private final Front sqs;

    public RecordedServices(Services services) throws IOException {
        this.services = services;
        this.kinesis = Front.before(services.kinesis(), this::record);
        this.dynamoDb = Front.before(services.dynamoDb(), this::record);
        this.s3 = Front.before(services.s3(), this::record);
        this.sqs = Front.before(services.sqs(), this::record);
    }

    /// What was done by those that have an access key of their own; not by this machine itself.
    public SortedSet<Call> calls() {
        return new TreeSet<>(calls);
    }

    /// Requests of which nobody knows what permission they need.
    public SortedSet<String> trouble() {
        return new TreeSet<>(trouble);
    }

    private void record(Request request) {
        try {
            if (!request.caller().equals(THIS_MACHINE)) {
                calls.addAll(actions(request));
            }
        } catch (IOException | RuntimeException e) {
            trouble.add(String.valueOf(e.getMessage()));
        }
    }

    private static List<Call> actions(Request request) throws IOException {
        return request.service().equals("s3") ? S3Actions.of(request) : TargetActions.of(request);
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
    public void make(QueueSpec queue) {
        services.make(queue);
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
    public void close() throws IOException {
        try (services;
                kinesis;
                dynamoDb;
                s3;
                sqs) {
            // the fronts first, then what is behind them
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
