package dev.weir.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.Invocation;
import dev.weir.local.lambda.Invoker;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Takes messages of one queue to the function, batch by batch, until stopped. What the function does not name as
/// failed is deleted; the rest comes again when the queue shows it again. What cannot be understood means that all have
/// failed.
///
/// Source: AWS Lambda developer guide, "Implementing partial batch responses" for Amazon SQS.
record QueuePoller(QueueMappingSpec spec, QueueReader reader, Invoker invoker, Account account, Pause pause)
        implements Poller {

    private static final System.Logger LOG = System.getLogger(QueuePoller.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    /// The longest wait at once, and so how long it takes to notice a stop.
    private static final Duration GLANCE = Duration.ofMillis(200);

    @Override
    public boolean step() throws InterruptedException {
        List<QueuedMessage> batch = reader.receive(spec.queue(), spec.batchSize(), GLANCE);
        if (batch.isEmpty()) {
            return true;
        }
        byte[] event = new SqsEvent(spec.queue(), account).json(batch);
        Set<String> failed = failed(invoker.invoke(spec.function(), event), batch);
        batch.stream()
                .filter(message -> !failed.contains(message.id()))
                .forEach(message -> reader.delete(spec.queue(), message));
        if (!failed.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "mapping {0}: {1} of {2} messages failed; they come again",
                    spec.name(),
                    Integer.toString(failed.size()),
                    Integer.toString(batch.size()));
        }
        return failed.isEmpty();
    }

    private static Set<String> failed(Invocation invocation, List<QueuedMessage> batch) {
        return switch (invocation) {
            case Invocation.Failed _ -> all(batch);
            case Invocation.Answered(byte[] payload) -> named(payload, batch);
        };
    }

    private static Set<String> named(byte[] payload, List<QueuedMessage> batch) {
        try {
            JsonNode failures = JSON.readTree(payload).path("batchItemFailures");
            Set<String> named = new HashSet<>();
            failures.forEach(failure -> named.add(failure.path("itemIdentifier").asText("")));
            return all(batch).containsAll(named) ? named : all(batch);
        } catch (IOException e) {
            return all(batch);
        }
    }

    private static Set<String> all(List<QueuedMessage> batch) {
        Set<String> ids = new HashSet<>();
        batch.forEach(message -> ids.add(message.id()));
        return ids;
    }
}
