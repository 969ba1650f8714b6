package dev.weir.local.mapping;

import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.Invoker;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// What mappings of queues work between: the queues and the functions.
public record QueueMappings(QueueReader reader, Invoker invoker, Account account) {

    /// Starts polling the queue.
    public EventSourceMapping start(QueueMappingSpec spec) {
        Pause pause = new Pause(Backoff.usual(), new CountDownLatch(1));
        Thread poller =
                Thread.ofVirtual().name(spec.name()).start(new QueuePoller(spec, reader, invoker, account, pause));
        return new EventSourceMapping(List.of(poller), pause.stop());
    }
}
