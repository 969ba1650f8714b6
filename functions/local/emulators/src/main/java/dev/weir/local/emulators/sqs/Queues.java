package dev.weir.local.emulators.sqs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;

/// All queues, for who works on them in the same process. Every method that takes a queue's name throws
/// [NoSuchElementException] where there is none of that name.
public final class Queues {

    private final Path data;
    private final Clock clock;
    private final Map<String, StoredQueue> queues = new ConcurrentHashMap<>();

    Queues(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /// Makes the queue, or opens what is kept of it. Its dead letters' queue comes first.
    public synchronized void open(QueueSpec spec) {
        if (!queues.containsKey(spec.name())) {
            String dead = spec.deadLetters();
            queues.put(spec.name(), StoredQueue.open(spec, data, dead == null ? null : find(dead), clock));
        }
    }

    /// Messages of the queue; none where none came while it waited.
    public List<Message> receive(String queue, int most, Duration wait) throws InterruptedException {
        return find(queue).receive(most, wait);
    }

    public void delete(String queue, String handle) {
        find(queue).delete(handle);
    }

    /// How many messages there are, hidden ones included.
    public int size(String queue) {
        return find(queue).size();
    }

    StoredQueue find(String queue) {
        StoredQueue found = queues.get(queue);
        if (found == null) {
            throw new NoSuchElementException("there is no queue " + queue);
        }
        return found;
    }
}
