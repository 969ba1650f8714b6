package dev.weir.local.emulators.kinesis;

import dev.weir.local.emulators.Clients;
import dev.weir.local.emulators.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/// A server over a folder and the real client to it, for one test.
final class Server implements AutoCloseable {
    static final String SHARD = "shardId-000000000000";

    final SettableClock clock;
    final KinesisServer server;
    final KinesisClient client;

    Server(Path data, SettableClock clock, KinesisSettings settings) {
        this.clock = clock;
        this.server = KinesisServer.start(data, 0, clock, settings);
        this.client = Clients.of(KinesisClient.builder(), server.endpoint());
    }

    static Server over(Path data) {
        return new Server(data, new SettableClock(), KinesisSettings.defaults());
    }

    Server withStream(String stream, int shards) {
        client.createStream(r -> r.streamName(stream).shardCount(shards));
        return this;
    }

    PutRecordResponse put(String stream, String key, String data) {
        return client.putRecord(r -> r.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(data)));
    }

    String iterator(String stream, ShardIteratorType type) {
        return client.getShardIterator(r -> r.streamName(stream).shardId(SHARD).shardIteratorType(type))
                .shardIterator();
    }

    GetRecordsResponse get(String iterator) {
        return client.getRecords(r -> r.shardIterator(iterator));
    }

    List<String> all(String stream) {
        return texts(get(iterator(stream, ShardIteratorType.TRIM_HORIZON)).records());
    }

    static List<String> texts(List<Record> records) {
        return records.stream().map(record -> record.data().asUtf8String()).toList();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
