package dev.weir.local.mapping;

import java.time.Duration;
import java.util.List;

/// What a mapping needs of queues.
public interface QueueReader {

    /// At most so many messages, which nobody else gets for the queue's visibility timeout; none where none came while
    /// it waited.
    List<QueuedMessage> receive(String queue, int most, Duration longest) throws InterruptedException;

    /// Deletes a message that was received.
    void delete(String queue, QueuedMessage message);
}
