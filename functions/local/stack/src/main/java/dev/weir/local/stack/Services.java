package dev.weir.local.stack;

import dev.weir.local.mapping.ShardReader;
import java.io.IOException;
import java.net.URI;

/// The AWS services that a stack stands on: where they are, and how its mappings read the stream.
///
/// Closing ends them, where they were started for this stack.
public interface Services extends AutoCloseable {

    URI kinesis();

    URI dynamoDb();

    URI s3();

    ShardReader shards();

    @Override
    void close() throws IOException;
}
