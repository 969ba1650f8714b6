package dev.weir.local.stack;

import dev.weir.local.emulators.sqs.QueueSpec;
import dev.weir.local.mapping.QueueReader;
import dev.weir.local.mapping.ShardReader;
import java.io.IOException;
import java.net.URI;

/// The AWS services that a stack stands on: where they are, and how its mappings read the stream and the
/// queues.
///
/// Closing ends them, where they were started for this stack.
public interface Services extends AutoCloseable {

    URI kinesis();

    URI dynamoDb();

    URI s3();

    URI sqs();

    ShardReader shards();

    /// The queues of [Resources], which are there, and those that were made.
    QueueReader queues();

    /// Makes a queue, where there is none of that name. The one for its dead letters comes first.
    void make(QueueSpec queue);

    @Override
    void close() throws IOException;
}
