package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.front.DelegatingServices;
import dev.weir.local.front.Front;
import dev.weir.local.front.Request;
import dev.weir.local.query.LakeQuery;
import dev.weir.local.stack.EmbeddedServices;
import dev.weir.local.stack.Services;
import dev.weir.local.stack.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A batch with a name whose function dies when the stream has it and the ledger does not know.
class NamedBatchTest {

    private static final Path SAMPLE = Path.of(
            System.getProperty("weir.root"), "events-samples/ott-streaming/playback.started/accepted.request.json");

    /// More than the 30 seconds for which a batch is claimed.
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final AtomicReference<Running> running = new AtomicReference<>();
    private int deaths;

    @Test
    void isAnsweredWhenItComesAgainAndIsOneEventToWhoeverAsks() throws Exception {
        Services services = EmbeddedServices.start(Running.ARTIFACTS, new StateFolder(folder));
        try (Running weir = Running.on(folder, new DeadlyStream(services, this::dies))) {
            running.set(weir);

            List<Integer> statuses = sendUntilTaken(weir);

            assertThat(deaths).isEqualTo(1);
            assertThat(statuses.getFirst()).as("nobody knows what became of it").isGreaterThanOrEqualTo(500);
            assertThat(statuses.subList(1, statuses.size() - 1))
                    .as("it is in work")
                    .containsOnly(409);
            assertThat(Eventually.reaches(2, weir.lake::rows)).as("in bronze").isEqualTo(2);
            assertThat(weir.lake.query("select distinct event_id, event_timestamp, batch_id from bronze"))
                    .hasSize(1);
            assertThat(post(weir).body()).as("the answer that is kept").contains("\"accepted\":1");
            StringBuilder rows = new StringBuilder();
            new LakeQuery(Catalog.load(), new StateFolder(folder).lake()).run("select count(*) as n from events", rows);
            assertThat(rows).hasToString("n\n1\n");
        }
    }

    /// Once.
    private synchronized void dies(Request request) {
        Running weir = running.get();
        if (weir != null && deaths == 0 && request.target().endsWith(".PutRecord") && weir.kill("collector")) {
            deaths++;
        }
    }

    private static List<Integer> sendUntilTaken(Running weir) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        long deadline = System.nanoTime() + LONG.toNanos();
        do {
            statuses.add(post(weir).statusCode());
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        } while (statuses.getLast() != 200 && System.nanoTime() < deadline);
        assertThat(statuses.getLast()).isEqualTo(200);
        return statuses;
    }

    private static HttpResponse<String> post(Running weir) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(weir.stack.endpoint().resolve("/v1/events"))
                    .header("x-write-key", "local-ott-streaming-client")
                    .header("idempotency-key", "the-only-one")
                    .POST(BodyPublishers.ofFile(SAMPLE))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    /// Tells what the stream has taken before its answer is on the way.
    private static final class DeadlyStream extends DelegatingServices {

        private final Front kinesis;

        DeadlyStream(Services services, Consumer<Request> taken) throws IOException {
            super(services);
            this.kinesis = Front.tellingAfterwards(services.kinesis(), taken);
        }

        @Override
        public URI kinesis() {
            return kinesis.endpoint();
        }

        @Override
        public void close() throws IOException {
            kinesis.close();
            super.close();
        }
    }
}
