package dev.weir.local.stack;

import dev.weir.local.emulators.sqs.QueueSpec;
import dev.weir.local.emulators.sqs.Queues;
import dev.weir.local.mapping.QueueReader;
import dev.weir.local.mapping.QueuedMessage;
import java.time.Duration;
import java.util.List;

/// Reads the embedded SQS without going through HTTP.
record EmbeddedQueues(Queues queues) implements QueueReader {

    /// Makes the queues of the pipeline, or opens what is kept of them.
    static void open(Queues queues) {
        queues.open(QueueSpec.deadLetters(Resources.SURGE_DEAD_QUEUE, Resources.SURGE_KEEPS));
        queues.open(new QueueSpec(
                Resources.SURGE_QUEUE,
                Resources.SURGE_HIDES,
                Resources.SURGE_KEEPS,
                Resources.SURGE_RECEIVES,
                Resources.SURGE_DEAD_QUEUE));
    }

    @Override
    public List<QueuedMessage> receive(String queue, int most, Duration longest) throws InterruptedException {
        return queues.receive(queue, most, longest).stream()
                .map(message -> new QueuedMessage(
                        message.id(), message.body(), message.sent(), message.receives(), message.handle()))
                .toList();
    }

    @Override
    public void delete(String queue, QueuedMessage message) {
        queues.delete(queue, message.handle());
    }
}
