package dev.weir.local.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Where each shard of one mapping has got to: a file per shard with the last sequence number done,
/// replaced atomically and on disk before the call returns.
final class Checkpoints {

    private final Path folder;

    Checkpoints(Path folder, String mapping) {
        this.folder = folder.resolve(mapping);
    }

    /// Null when the shard has none yet.
    @Nullable
    String read(String shardId) {
        Path file = file(shardId);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            String content = Files.readString(file);
            if (!content.matches("\\d{1,128}\\n")) {
                throw new UnreadableCheckpoint(file);
            }
            return content.strip();
        } catch (MalformedInputException e) {
            throw new UnreadableCheckpoint(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + file, e);
        }
    }

    void write(String shardId, String sequenceNumber) {
        Path file = file(shardId);
        Path fresh = folder.resolve(shardId + ".new");
        try {
            Files.createDirectories(folder);
            force(fresh, sequenceNumber + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the checkpoint " + file, e);
        }
    }

    private static void force(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private Path file(String shardId) {
        return folder.resolve(shardId);
    }
}
