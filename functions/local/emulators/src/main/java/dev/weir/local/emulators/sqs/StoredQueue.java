package dev.weir.local.emulators.sqs;

import dev.weir.local.emulators.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One queue: its messages by age, in files of one folder. Safe for use by several threads.
final class StoredQueue {

    private final QueueSpec spec;
    private final Path folder;
    private final @Nullable StoredQueue deadLetters;
    private final Clock clock;
    private final List<StoredMessage> messages;

    private StoredQueue(QueueSpec spec, Path folder, @Nullable StoredQueue deadLetters, Clock clock) {
        this.spec = spec;
        this.folder = folder;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.messages = new ArrayList<>(kept(folder));
    }

    static StoredQueue open(QueueSpec spec, Path data, @Nullable StoredQueue deadLetters, Clock clock) {
        return new StoredQueue(spec, DataFolder.open(data.resolve(spec.name())), deadLetters, clock);
    }

    private static List<StoredMessage> kept(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(StoredMessage::isOne)
                    .sorted()
                    .map(StoredMessage::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /// The id of the message, once it is kept.
    synchronized String send(String body) {
        try {
            StoredMessage message = StoredMessage.write(folder, body, clock.instant());
            messages.add(message);
            notifyAll();
            return message.id();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a message of " + spec.name(), e);
        }
    }

    /// At most so many of those that can be seen, oldest first.
    synchronized List<Message> receive(int most) {
        Instant now = clock.instant();
        List<Message> received = new ArrayList<>();
        for (Iterator<StoredMessage> all = messages.iterator(); all.hasNext() && received.size() < most; ) {
            StoredMessage message = all.next();
            if (message.sent().plus(spec.retention()).isBefore(now)) {
                message.delete();
                all.remove();
            } else if (message.visible(now) && deadLetters != null && message.receives() >= spec.mostReceives()) {
                deadLetters.take(message);
                all.remove();
            } else if (message.visible(now)) {
                received.add(message.received(now.plus(spec.visibility())));
            }
        }
        return received;
    }

    /// As the other, and waits for a message where there is none.
    synchronized List<Message> receive(int most, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        List<Message> received = receive(most);
        long left = wait.toMillis();
        while (received.isEmpty() && left > 0) {
            wait(left);
            received = receive(most);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        return received;
    }

    private synchronized void take(StoredMessage message) {
        messages.add(message.movedTo(folder));
    }

    /// A receipt that is not the newest of its message deletes nothing.
    synchronized void delete(String handle) {
        find(handle).ifPresent(message -> {
            message.delete();
            messages.remove(message);
        });
    }

    synchronized void hide(String handle, Duration duration) {
        find(handle).ifPresent(message -> message.hideUntil(clock.instant().plus(duration)));
    }

    synchronized int size() {
        return messages.size();
    }

    private Optional<StoredMessage> find(String handle) {
        return messages.stream().filter(message -> message.isHandle(handle)).findFirst();
    }
}
