package dev.weir.local.permissions;

import dev.weir.local.front.DelegatingServices;
import dev.weir.local.front.Front;
import dev.weir.local.front.Request;
import dev.weir.local.stack.Services;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// Services that know which actions were taken on them, and by whom. What cannot be told is kept as trouble.
public final class RecordedServices extends DelegatingServices {

    /// Whoever makes buckets and tables, and the tests.
    private static final String THIS_MACHINE = "local";

    private final SortedSet<Call> calls = new ConcurrentSkipListSet<>();
    private final SortedSet<String> trouble = new ConcurrentSkipListSet<>();
    private final Front kinesis;
    private final Front dynamoDb;
    private final Front s3;
    private final Front sqs;

    public RecordedServices(Services services) throws IOException {
        super(services);
        this.kinesis = Front.telling(services.kinesis(), this::record);
        this.dynamoDb = Front.telling(services.dynamoDb(), this::record);
        this.s3 = Front.telling(services.s3(), this::record);
        this.sqs = Front.telling(services.sqs(), this::record);
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
    public void close() throws IOException {
        try {
            for (Front front : List.of(kinesis, dynamoDb, s3, sqs)) {
                front.close();
            }
        } finally {
            super.close();
        }
    }
}
