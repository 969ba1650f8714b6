package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.local.cli.Commands;
import dev.weir.local.query.LakeQuery;
import dev.weir.local.stack.Resources;
import dev.weir.local.stack.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/// Replay as people do it, with the packaged functions.
class ReplayTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /// The stream's records become the reports of batches that were given up, since a mapping gives up after a day: as
    /// if nothing of them had landed or been counted, on a lake and counters that are empty again.
    @Test
    @Tag("native-lake-writer")
    @Tag("native-counters")
    void whatConsumersGaveUpLandsAndIsCountedOnce() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "commands read the embedded S3's files");
        Instant from = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        try (Running weir = Running.on(folder)) {
            new Load(weir.stack.endpoint()).run(2, 10, 0);
            int events = 10 * Load.BATCH;
            assertThat(Eventually.reaches(events, this::rows)).isEqualTo(events);
            Counts counts = new Counts(weir.stack.endpoint(), from);
            assertThat(Eventually.reaches(events, () -> counts.sum("events_per_minute")))
                    .isEqualTo(events);
            forget(weir);
            giveUp(weir, "lake-writer");
            giveUp(weir, "counters");

            assertThat(Commands.run("lake", "doctor", "--data", folder.toString()))
                    .contains("the lake is healthy");
            assertThat(replay("--dry-run")).contains(" events would land").contains(" would be counted");
            assertThat(rows()).isZero();
            assertThat(replay()).contains(events + " events landed").contains("nothing stays");
            assertThat(rows()).isEqualTo(events);
            assertThat(counts.sum("events_per_minute")).isEqualTo(events);
            assertThat(weir.lake.keys(Resources.FAILED_BUCKET, "")).isEmpty();

            assertThat(Commands.run("lake", "doctor", "--data", folder.toString()))
                    .contains("the lake is healthy");
            giveUp(weir, "lake-writer");
            assertThat(replay()).contains(" 0 events landed").contains(events + " already there");
            assertThat(rows()).isEqualTo(events);
        }
    }

    private static void forget(Running weir) {
        weir.lake
                .keys(Resources.LAKE_BUCKET, "bronze/")
                .forEach(key -> weir.clients
                        .s3()
                        .deleteObject(
                                delete -> delete.bucket(Resources.LAKE_BUCKET).key(key)));
        weir.clients
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(Resources.COUNTERS_TABLE))
                .items()
                .forEach(item -> weir.clients
                        .dynamoDb()
                        .deleteItem(delete -> delete.tableName(Resources.COUNTERS_TABLE)
                                .key(Map.of("pk", item.get("pk"), "sk", item.get("sk")))));
    }

    private static void giveUp(Running weir, String function) {
        for (Shard shard : weir.clients
                .kinesis()
                .listShards(list -> list.streamName(Resources.STREAM))
                .shards()) {
            List<Record> records = records(weir, shard);
            if (!records.isEmpty()) {
                String key = "aws/lambda/%s/%s/2026/02/08/report".formatted(function, shard.shardId());
                weir.clients
                        .s3()
                        .putObject(
                                put -> put.bucket(Resources.FAILED_BUCKET).key(key),
                                RequestBody.fromString(report(function, shard.shardId(), records)));
            }
        }
    }

    private static List<Record> records(Running weir, Shard shard) {
        String iterator = weir.clients
                .kinesis()
                .getShardIterator(get -> get.streamName(Resources.STREAM)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return weir.clients
                .kinesis()
                .getRecords(get -> get.shardIterator(iterator))
                .records();
    }

    private static String report(String function, String shardId, List<Record> records) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (Record record : records) {
            ObjectNode json = event.withArrayProperty("Records").addObject();
            json.put("eventID", shardId + ":" + record.sequenceNumber());
            json.putObject("kinesis")
                    .put("sequenceNumber", record.sequenceNumber())
                    .put("partitionKey", record.partitionKey())
                    .put("data", record.data().asByteArray())
                    .put(
                            "approximateArrivalTimestamp",
                            record.approximateArrivalTimestamp().getEpochSecond());
        }
        ObjectNode report = JsonNodeFactory.instance.objectNode().put("payload", event.toString());
        report.putObject("requestContext").put("functionArn", "arn:aws:lambda:us-east-1:1:function:" + function);
        report.putObject("KinesisBatchInfo")
                .put("startSequenceNumber", records.getFirst().sequenceNumber())
                .put("endSequenceNumber", records.getLast().sequenceNumber());
        return report.toString();
    }

    private long rows() throws Exception {
        StringBuilder csv = new StringBuilder();
        new LakeQuery(Catalog.load(), new StateFolder(folder).lake()).run("select count(*) from ott_streaming", csv);
        return Long.parseLong(csv.toString().lines().skip(1).toList().getFirst());
    }

    private String replay(String... options) {
        String[] arguments = new String[3 + options.length];
        arguments[0] = "replay";
        arguments[1] = "--data";
        arguments[2] = folder.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Commands.run(arguments);
    }
}
