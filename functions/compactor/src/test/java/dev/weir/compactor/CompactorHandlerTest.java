package dev.weir.compactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.CompactionRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CompactorHandlerTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-02-08T14:30:00Z"), ZoneOffset.UTC);
    private final ListedLake lake = new ListedLake()
            .with("bronze/product=ott-streaming/dt=2026-02-08/hour=14/shard-1.parquet", "2026-02-08T14:01:00Z")
            .with("bronze/product=thedata/dt=2026-02-08/hour=14/shard-2.parquet", "2026-02-08T14:03:00Z");
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void answersWithEachDayAndWhetherAllIsDone() throws IOException {
        JsonNode answer = handle("{\"days\":1}");

        assertThat(answer.path("done").asBoolean()).isTrue();
        assertThat(answer.path("days")).hasSize(2);
        assertThat(answer.at("/days/0/product").asText()).isEqualTo("ott-streaming");
        assertThat(answer.at("/days/0/smallFiles").asInt()).isEqualTo(1);
    }

    @Test
    void smallFilesAndLagAreMetrics() throws IOException {
        handle("{\"days\":1}");

        JsonNode line = new JsonMapper().readTree(log.toByteArray());
        assertThat(line.path("SmallFiles").asInt()).isEqualTo(2);
        assertThat(line.path("CompactionLag").asInt()).isEqualTo(29 * 60);
        assertThat(line.path("FunctionName").asText()).isEqualTo("weir-test-compactor");
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(clock.millis());
        assertThat(line.at("/_aws/CloudWatchMetrics/0")).hasToString("""
                {"Namespace":"Weir","Dimensions":[["FunctionName"]],\
                "Metrics":[{"Name":"SmallFiles","Unit":"Count"},{"Name":"CompactionLag","Unit":"Seconds"}]}""");
    }

    @Test
    void aRequestThatItDoesNotKnowIsRefusedBeforeAnythingIsDone() {
        assertThatThrownBy(() -> handle("{\"force\":true}")).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.size()).isZero();
    }

    private JsonNode handle(String request) throws IOException {
        Compactor compactor = new Compactor(lake, Catalog.load(), SilverColumns.load(), CompactionRules.DEFAULT, clock);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new CompactorHandler(compactor, clock, new PrintStream(log, true, StandardCharsets.UTF_8))
                .handleRequest(
                        new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)), answer, new Invocation());
        return new JsonMapper().readTree(answer.toByteArray());
    }
}
