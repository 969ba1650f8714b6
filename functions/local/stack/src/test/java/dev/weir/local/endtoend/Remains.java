package dev.weir.local.endtoend;

import com.github.luben.zstd.Zstd;
import dev.weir.local.mapping.StreamRecord;
import dev.weir.local.stack.Clients;
import dev.weir.local.stack.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a pipeline has kept, in readable form: each thing under a name that tells where it lies. What is compressed
/// there
/// is not compressed here.
final class Remains {

    /// Bytes before the compressed part of a record (decision 4).
    private static final int HEADER = 12;

    private final Map<String, String> texts = new TreeMap<>();
    private final Clients clients;

    Remains(Clients clients) {
        this.clients = clients;
    }

    Map<String, String> texts() {
        return texts;
    }

    /// The records of the stream.
    Remains withStream() {
        KinesisShards shards = new KinesisShards(clients.kinesis());
        for (String shard : shards.shardIds(Resources.STREAM)) {
            String after = null;
            for (List<StreamRecord> part = read(shards, shard, after);
                    !part.isEmpty();
                    part = read(shards, shard, after)) {
                part.forEach(this::add);
                after = part.getLast().sequenceNumber();
            }
        }
        return this;
    }

    private static List<StreamRecord> read(KinesisShards shards, String shard, @Nullable String after) {
        return shards.read(Resources.STREAM, shard, after, 10_000, Integer.MAX_VALUE);
    }

    /// The strings of an Avro message and the JSON in them are UTF-8.
    private void add(StreamRecord record) {
        byte[] payload = Arrays.copyOfRange(record.data(), HEADER, record.data().length);
        byte[] message = Zstd.decompress(payload, (int) Zstd.getFrameContentSize(payload));
        put("stream", record.partitionKey() + " " + new String(message, StandardCharsets.UTF_8));
    }

    /// The items of every table.
    Remains withTables() throws IOException {
        for (String table : clients.dynamoDb().listTables().tableNames()) {
            for (Map<String, AttributeValue> item : clients.dynamoDb()
                    .scanPaginator(scan -> scan.tableName(table))
                    .items()) {
                StringBuilder text = new StringBuilder();
                for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
                    text.append(attribute.getKey())
                            .append(' ')
                            .append(text(attribute.getValue()))
                            .append('\n');
                }
                put("table " + table, text.toString());
            }
        }
        return this;
    }

    private static String text(AttributeValue value) throws IOException {
        if (value.b() == null) {
            return value.toString();
        }
        try (GZIPInputStream inflated =
                new GZIPInputStream(new ByteArrayInputStream(value.b().asByteArray()))) {
            return new String(inflated.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void put(String place, String text) {
        texts.put(place + " " + texts.size(), text);
    }
}
