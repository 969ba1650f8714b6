package dev.weir.local.emulators.sqs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.UUID;

/// A message in its file, `<milliseconds>_<id>`. How often it was received is known to the process only, so that a
/// restart begins to count anew.
final class StoredMessage {

    private final Path file;
    private final String id;
    private final Instant sent;
    private int receives;
    private Instant visibleFrom = Instant.EPOCH;

    private StoredMessage(Path file, String id, Instant sent) {
        this.file = file;
        this.id = id;
        this.sent = sent;
    }

    /// Once this returns, the message survives the process.
    static StoredMessage write(Path folder, String body, Instant sent) throws IOException {
        String id = UUID.randomUUID().toString();
        Path file = folder.resolve("%015d_%s".formatted(sent.toEpochMilli(), id));
        Path part = folder.resolve("." + id);
        Files.writeString(part, body);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return new StoredMessage(file, id, sent);
    }

    static StoredMessage of(Path file) {
        String[] name = String.valueOf(file.getFileName()).split("_", 2);
        return new StoredMessage(file, name[1], Instant.ofEpochMilli(Long.parseLong(name[0])));
    }

    static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).matches("\\d{15}_[0-9a-f-]{36}");
    }

    String id() {
        return id;
    }

    Instant sent() {
        return sent;
    }

    int receives() {
        return receives;
    }

    boolean visible(Instant now) {
        return !now.isBefore(visibleFrom);
    }

    boolean isHandle(String handle) {
        return handle.equals(handle());
    }

    void hideUntil(Instant until) {
        visibleFrom = until;
    }

    Message received(Instant hiddenUntil) {
        receives++;
        visibleFrom = hiddenUntil;
        try {
            return new Message(id, Files.readString(file), sent, receives, handle());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read message " + id, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete message " + id, e);
        }
    }

    StoredMessage movedTo(Path folder) {
        try {
            return of(Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move message " + id, e);
        }
    }

    private String handle() {
        return id + "#" + receives;
    }
}
