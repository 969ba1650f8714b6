package dev.weir.local.emulators.kinesis;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.local.emulators.CorruptData;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A stream's folder: it comes and goes in one step, so that a crash leaves a stream or none.
record StreamFolder(Path path) {
    private static final String SUFFIX = ".stream";
    private static final String UNFINISHED = ".unfinished";
    private static final String SPEC = "stream.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The folders of all streams, after what a crash left half made or half deleted is gone.
    static List<StreamFolder> all(Path data) throws IOException {
        for (Path unfinished : endingOn(data, UNFINISHED)) {
            deleteTree(unfinished);
        }
        return endingOn(data, SUFFIX).stream().map(StreamFolder::new).toList();
    }

    static StreamFolder create(Path data, StreamSpec spec) throws IOException {
        Path making = data.resolve(spec.name() + UNFINISHED);
        Files.createDirectories(making);
        for (int shard = 0; shard < spec.shards(); shard++) {
            ShardLog.create(making.resolve(Shard.id(shard)));
        }
        JSON.writeValue(making.resolve(SPEC).toFile(), spec);
        return new StreamFolder(Files.move(making, data.resolve(spec.name() + SUFFIX), StandardCopyOption.ATOMIC_MOVE));
    }

    StreamSpec spec() {
        try {
            StreamSpec spec = JSON.readValue(path.resolve(SPEC).toFile(), StreamSpec.class);
            if (!path.endsWith(spec.name() + SUFFIX) || spec.shards() < 1) {
                throw new CorruptData(path, SPEC + " contradicts its folder");
            }
            return spec;
        } catch (IOException failure) {
            throw new CorruptData(path, SPEC + " cannot be read", failure);
        }
    }

    /// The folder of all streams.
    Path data() {
        return path.toAbsolutePath().resolve("..").normalize();
    }

    Path shard(int number) {
        return path.resolve(Shard.id(number));
    }

    void delete() throws IOException {
        Path gone = path.resolveSibling(path.getFileName() + UNFINISHED);
        deleteTree(Files.move(path, gone, StandardCopyOption.ATOMIC_MOVE));
    }

    private static List<Path> endingOn(Path data, String suffix) throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw Objects.requireNonNull(failure);
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
