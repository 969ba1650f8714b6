package dev.weir.lakewriter;

import static dev.weir.lakewriter.Records.event;
import static dev.weir.lakewriter.Records.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.core.event.StoredEvent;
import dev.weir.lake.ObjectContent;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class LakeWriterTest {

    private static final byte[] GARBAGE = "no record of ours".getBytes(StandardCharsets.UTF_8);
    private static final String PREFIX = "bronze/product=ott-streaming/dt=2026-02-08/hour=13/" + Records.SHARD + "-";
    private static final String SUCCESS = "{\"batchItemFailures\":[]}";

    @TempDir
    Path folder;

    @BeforeEach
    void emptyTheBuckets() {
        TestBuckets.LAKE.reset();
        TestBuckets.QUARANTINE.reset();
    }

    @Test
    void landsEveryEventOfABatch() throws Exception {
        String answer = invoke(new Records().batch(1, "a", "b").batch(2, "c")).body();

        assertThat(answer).isEqualTo(SUCCESS);
        assertThat(TestBuckets.LAKE.objects).containsOnlyKeys(object(1));
        assertThat(landed("select event_id, sequence, record_index, platform, hex(user_id), properties ->> 'title'"))
                .containsExactly(
                        "a|" + sequence(1) + "|0|ios|00000000000000010000000000000002|Crème 🎬",
                        "b|" + sequence(1) + "|1|ios|00000000000000010000000000000002|Crème 🎬",
                        "c|" + sequence(2) + "|0|ios|00000000000000010000000000000002|Crème 🎬");
    }

    @Test
    void quarantinesAPoisonRecordAndLandsTheOthers() throws Exception {
        String answer = invoke(new Records().batch(1, "a").raw(2, GARBAGE).batch(3, "b"))
                .body();

        assertThat(answer).isEqualTo(SUCCESS);
        assertThat(landed("select event_id")).containsExactly("a", "b");
        assertThat(quarantined(2).get("data").binaryValue()).isEqualTo(GARBAGE);
        assertThat(quarantined(2).get("reason").textValue()).isNotBlank();
        assertThat(quarantined(2).get("function").textValue()).isEqualTo("lake-writer");
        assertThat(quarantined(2).get("arrival").textValue()).isEqualTo("2026-02-08T13:59:59.987Z");
    }

    @Test
    void quarantinesAWholeRecordForOneEventThatCannotBeARow() throws Exception {
        List<StoredEvent> events = List.of(event("a"), event("b", "../silver"));

        invoke(new Records().batch(1, events).batch(2, "c"));

        assertThat(landed("select event_id")).containsExactly("c");
        assertThat(quarantined(1).get("reason").textValue()).startsWith("event 1: ");
    }

    @Test
    void succeedsWhenAllOfABatchIsPoison() throws Exception {
        assertThat(invoke(new Records().raw(1, GARBAGE).raw(2, new byte[0])).body())
                .isEqualTo(SUCCESS);
        assertThat(TestBuckets.QUARANTINE.objects).hasSize(2);
        assertThat(TestBuckets.LAKE.objects).isEmpty();
    }

    @Test
    void writesNothingNewForAReplay() throws Exception {
        Records batch = new Records().batch(1, "a").raw(2, GARBAGE);
        invoke(batch);

        invoke(batch);

        assertThat(TestBuckets.LAKE.objects).containsOnlyKeys(object(1));
        assertThat(TestBuckets.QUARANTINE.objects).hasSize(1);
    }

    @Test
    void writesOnlyTheRestForALargerReplay() throws Exception {
        invoke(new Records().batch(1, "a"));

        invoke(new Records().batch(1, "a").batch(2, "b").batch(3, "c"));

        assertThat(TestBuckets.LAKE.objects).containsOnlyKeys(object(1), object(2));
        assertThat(landed("select event_id")).containsExactly("a", "b", "c");
    }

    @Test
    void failsTheBatchWhenTheLakeCannotBeWrittenAndLandsItTheNextTime() throws Exception {
        Records batch = new Records().batch(1, "a");
        TestBuckets.LAKE.breakDown();
        HttpResponse<String> failed = invoke(batch);
        TestBuckets.LAKE.repair();

        HttpResponse<String> retried = invoke(batch);

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(retried.body()).isEqualTo(SUCCESS);
        assertThat(landed("select event_id")).containsExactly("a");
    }

    @Test
    void failsTheBatchWhenPoisonCannotBeKept() throws Exception {
        TestBuckets.QUARANTINE.breakDown();

        HttpResponse<String> failed = invoke(new Records().raw(1, GARBAGE));

        assertThat(failed.statusCode()).isEqualTo(500);
    }

    private static HttpResponse<String> invoke(Records event) throws IOException, InterruptedException {
        String api = ConfigProvider.getConfig().getValue("quarkus-internal.aws-lambda.test-api", String.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + api))
                .POST(BodyPublishers.ofString(event.json()))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static String object(int number) {
        return PREFIX + sequence(number) + ".parquet";
    }

    private static JsonNode quarantined(int number) throws IOException {
        String key = "quarantine/dt=2026-02-08/" + Records.SHARD + "-" + sequence(number) + ".json";
        ObjectContent content = Objects.requireNonNull(TestBuckets.QUARANTINE.objects.get(key));
        return new ObjectMapper().readTree(content.bytes());
    }

    private List<String> landed(String select) throws IOException, SQLException {
        for (Map.Entry<String, ObjectContent> object : TestBuckets.LAKE.objects.entrySet()) {
            Path file = folder.resolve(object.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, object.getValue().bytes());
        }
        String sql = select + " from '" + folder + "/**/*.parquet' order by event_id";
        List<String> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            cells.add(result.getString(column));
        }
        return String.join("|", cells);
    }
}
