package dev.weir.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.samples.Collector;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Concurrent senders of full batches, some of which are sent twice, as clients do that did not see the answer.
final class Load {

    static final int BATCH = 20;
    private static final int TRIES = 5;

    private final URI endpoint;
    private final AtomicInteger next = new AtomicInteger();

    /// How many events of each batch were accepted, by batch id.
    final Map<String, Integer> acceptedByBatch = new ConcurrentHashMap<>();

    Load(URI endpoint) {
        this.endpoint = endpoint;
    }

    int accepted() {
        return acceptedByBatch.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Sends batches 0 to `batches`, the first `twice` of them twice; returns when the last answer is there.
    void run(int senders, int batches, int twice) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                running.add(threads.submit(sender(batches, twice)));
            }
            for (Future<Integer> sender : running) {
                sender.get();
            }
        }
    }

    /// Batches that have been taken up so far.
    int started() {
        return next.get();
    }

    private Callable<Integer> sender(int batches, int twice) {
        return () -> {
            int sent = 0;
            try (Collector collector = new Collector(endpoint)) {
                for (int batch = next.getAndIncrement(); batch < batches; batch = next.getAndIncrement()) {
                    byte[] body = batch(batch);
                    send(collector, body);
                    sent++;
                    if (batch < twice) {
                        send(collector, body);
                        sent++;
                    }
                }
            }
            return sent;
        };
    }

    /// Sends the same again where it is asked to, as clients do: a table may be slow on a busy machine.
    private void send(Collector collector, byte[] body) throws IOException, InterruptedException {
        Collector.Answer answer = collector.post(body, "local-ott-streaming-client");
        for (int attempt = 1; answer.status() == 503 && attempt < TRIES; attempt++) {
            answer = collector.post(body, "local-ott-streaming-client");
        }
        if (answer.status() != 200) {
            throw new AssertionError("a batch was answered with " + answer.status() + ": "
                    + answer.body().path("detail").asText());
        }
        JsonNode report = answer.body();
        acceptedByBatch.put(
                report.get("batch_id").asText(), report.get("accepted").asInt());
    }

    private static byte[] batch(int number) {
        StringBuilder events = new StringBuilder("[");
        for (int i = 0; i < BATCH; i++) {
            events.append(i == 0 ? "" : ",").append(event(number * BATCH + i));
        }
        return events.append("]").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String event(int number) {
        String name = number % 2 == 0 ? "playback.started" : "playback.error";
        String properties = number % 2 == 0
                ? "\"content_type\":\"vod\",\"start_time_ms\":" + 500 + number % 2000
                : "\"error_code\":\"E" + number % 7 + "\",\"error_category\":\"network\"";
        return """
                {"event_id":"load-%d","event_name":"%s","client_timestamp":"2026-02-08T14:30:00Z",
                 "session_id":"session-%d","user_id":"user-%d","platform":"%s","market":"GB",
                 "consent":{"analytics":true},"properties":{"content_id":"vod_%d",%s}}""".formatted(
                number, name, number / 50, number % 997, number % 3 == 0 ? "ios" : "web", number % 40, properties);
    }
}
