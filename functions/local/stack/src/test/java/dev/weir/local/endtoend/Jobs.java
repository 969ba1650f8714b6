package dev.weir.local.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.local.cli.Commands;
import dev.weir.local.mapping.ShardReader;
import dev.weir.local.mapping.StreamRecord;
import dev.weir.local.stack.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the functions are there for, in a stack of the environment `steady`, which has every function.
record Jobs(Running weir, Path folder) {

    static final String ENVIRONMENT = "steady";

    private static final String PREFIX = "weir-" + ENVIRONMENT + "-";
    private static final String STREAM = PREFIX + "events";
    private static final String REQUESTS = PREFIX + "privacy";
    private static final String ACCOUNT = "-000000000000";

    void poison() {
        weir.clients
                .kinesis()
                .putRecord(put ->
                        put.streamName(STREAM).partitionKey("poison").data(SdkBytes.fromUtf8String("not one of ours")));
    }

    void sendAllSamples() throws Exception {
        long accepted = weir.lake.rows() + weir.send();
        assertThat(Eventually.reaches(accepted, weir.lake::rows)).isEqualTo(accepted);
    }

    /// Two people in one record, so that something is left of it when one is erased.
    void sendMixedBatch(String name) throws Exception {
        long before = weir.lake.rows();
        String body = "[" + event(name, "user-a") + "," + event(name, "user-b") + "]";
        var answer = weir.collector.post(body.getBytes(StandardCharsets.UTF_8), "local-ott-streaming-client");
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
        Eventually.reaches(before + 2, weir.lake::rows);
    }

    /// A batch that the stream refuses waits in the queue, and lands once the stream takes records again.
    void queueWhatTheStreamRefuses() throws Exception {
        long before = weir.lake.rows();
        Path throttled = Files.createFile(folder.resolve("kinesis/throttled"));
        var answer = weir.collector.post(
                ("[" + event("queued", "user-d") + "]").getBytes(StandardCharsets.UTF_8), "local-ott-streaming-client");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("stream").asText()).isEqualTo("queued");
        Files.delete(throttled);
        assertThat(Eventually.reaches(before + 1, weir.lake::rows)).isEqualTo(before + 1);
    }

    private static String event(String batch, String user) {
        return """
                {"event_id":"%s-%s","event_name":"playback.started","client_timestamp":"2026-02-08T14:30:00Z",
                 "session_id":"session-1","user_id":"%s","platform":"web","market":"GB","consent":{"analytics":true},
                 "properties":{"content_id":"vod_1","content_type":"vod","start_time_ms":500}}""".formatted(batch, user, user);
    }

    void compact() {
        assertThat(Commands.run("compact", "--data", folder.toString())).contains("compacted");
    }

    /// The last record of each shard as a mapping and the lake-writer would have put it aside, and one that nobody
    /// reads.
    void keepFailedAndQuarantined(ShardReader shards) {
        for (String shard : shards.shardIds(STREAM)) {
            StreamRecord last =
                    shards.read(STREAM, shard, null, 10_000, 10_000_000).getLast();
            put("failed", "aws/lambda/lake-writer/" + shard + "/kept", failed(last.data()));
            put("quarantine", "quarantine/dt=2026-02-08/" + shard + "-1.json", quarantined(last.data()));
        }
        put("failed", "aws/lambda/lake-writer/shard/unreadable", failed("unreadable".getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode failed(byte[] data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putArray("Records")
                .addObject()
                .putObject("kinesis")
                .put("data", Base64.getEncoder().encodeToString(data));
        return JsonNodeFactory.instance.objectNode().put("payload", event.toString());
    }

    private static ObjectNode quarantined(byte[] data) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("data", Base64.getEncoder().encodeToString(data));
    }

    private void put(String bucket, String key, ObjectNode document) {
        weir.clients
                .s3()
                .putObject(
                        put -> put.bucket(PREFIX + bucket + ACCOUNT).key(key),
                        RequestBody.fromString(document.toString()));
    }

    void erase(String user) {
        assertThat(Commands.run(
                        "privacy", "erase", "--product", "ott-streaming", "--user", user, "--data", folder.toString()))
                .contains("complete: ")
                .doesNotContain(" 0 rows removed");
    }

    /// Somebody is handed out what is stored, objects, and is heeded; and takes the objection back.
    void heed(String user) throws Exception {
        privacy("access", user, "--out", folder.resolve("mine.zip").toString());
        privacy("object", user);
        sendMixedBatchUnheard("unheard");
        privacy("object", user, "--withdraw");
    }

    private void privacy(String command, String user, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("privacy", command, "--product", "ott-streaming", "--user", user, "--data", folder.toString()));
        arguments.addAll(List.of(more));
        assertThat(Commands.run(arguments.toArray(String[]::new))).contains("complete: ");
    }

    private void sendMixedBatchUnheard(String name) throws Exception {
        String body = "[" + event(name, "user-c") + "]";
        var answer = weir.collector.post(body.getBytes(StandardCharsets.UTF_8), "local-ott-streaming-client");
        assertThat(answer.body().path("dropped").asInt()).isEqualTo(1);
    }

    void purge() throws IOException, InterruptedException {
        invoke("retention", "{}");
    }

    /// The last record of each shard, as if both consumers had given it up.
    void replay(ShardReader shards) throws IOException, InterruptedException {
        for (String shard : shards.shardIds(STREAM)) {
            StreamRecord last =
                    shards.read(STREAM, shard, null, 10_000, 10_000_000).getLast();
            put(
                    "failed",
                    "aws/lambda/" + PREFIX + "lake-writer/" + shard + "/last",
                    report("lake-writer", shard, last));
            invoke("counters-replay", report("counters", shard, last).toString());
        }
        invoke("replay", "{\"from\":\"failed\",\"dry_run\":false}");
        invoke("replay", "{\"from\":\"quarantine\",\"dry_run\":false}");
    }

    private static ObjectNode report(String function, String shard, StreamRecord record) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ObjectNode one = event.putArray("Records").addObject().put("eventID", shard + ":" + record.sequenceNumber());
        one.putObject("kinesis")
                .put("sequenceNumber", record.sequenceNumber())
                .put("partitionKey", record.partitionKey())
                .put("data", record.data())
                .put("approximateArrivalTimestamp", record.arrival().getEpochSecond());
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("payload", event);
        report.putObject("requestContext")
                .put("functionArn", "arn:aws:lambda:us-east-1:000000000000:function:" + PREFIX + function);
        report.putObject("KinesisBatchInfo")
                .put("startSequenceNumber", record.sequenceNumber())
                .put("endSequenceNumber", record.sequenceNumber());
        return report;
    }

    /// Lets a day pass for requests, and the schedule's work be done, so that none is open any more.
    void closeRequests() throws IOException, InterruptedException {
        for (Map<String, AttributeValue> queued : queued()) {
            Map<String, AttributeValue> due = new HashMap<>(queued);
            due.put("from", AttributeValue.fromS(Instant.EPOCH.toString()));
            weir.clients.dynamoDb().putItem(put -> put.tableName(REQUESTS).item(due));
        }
        invoke("privacy", "{}");
        assertThat(queued())
                .as("requests that are still open: a file that was handed out stays for six days")
                .hasSizeLessThanOrEqualTo(1);
    }

    private List<Map<String, AttributeValue>> queued() {
        return weir.clients.dynamoDb().scan(scan -> scan.tableName(REQUESTS)).items().stream()
                .filter(item -> "queue".equals(requireNonNull(item.get("pk")).s()))
                .toList();
    }

    private void invoke(String function, String payload) throws IOException, InterruptedException {
        URI lambda = URI.create(new StateFolder(folder).lambda().orElseThrow());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            lambda.resolve("/2015-03-31/functions/" + function + "/invocations"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(payload))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    static void forgetCheckpoints(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("checkpoints"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Until the consumers are at the end of each shard again.
    void awaitConsumers() throws Exception {
        assertThat(Eventually.reaches(2, () -> checkpoints(folder))).isEqualTo(2);
    }

    private static long checkpoints(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("checkpoints"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
