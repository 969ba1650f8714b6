package dev.weir.local.query;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A bucket of the embedded S3, read as the folder that it is, whether S3 runs or not. Nothing is written.
///
/// @param bucket its folder; one that is not there has no objects
public record FolderObjects(Path bucket) implements LakeObjects {

    private static final String READ_ONLY = "the folder of a bucket is only read";

    @Override
    public List<LakeObject> list(String prefix) {
        if (!Files.isDirectory(bucket)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(bucket)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> key(file).startsWith(prefix))
                    .map(this::listed)
                    .sorted(Comparator.comparing(LakeObject::key))
                    .toList();
        } catch (IOException | UncheckedIOException broken) {
            throw new LakeUnavailable("cannot list " + bucket, broken);
        }
    }

    private String key(Path file) {
        return bucket.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private LakeObject listed(Path file) {
        try {
            var modified = Files.getLastModifiedTime(file).toInstant();
            return new LakeObject(key(file), modified.toString(), Files.size(file), modified);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public Optional<Fetched> get(String key) {
        Path file = bucket.resolve(key);
        try {
            return Files.exists(file)
                    ? Optional.of(
                            new Fetched(Files.readAllBytes(file), listed(file).etag()))
                    : Optional.empty();
        } catch (IOException broken) {
            throw new LakeUnavailable("cannot read " + key, broken);
        }
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        byte[] bytes = new byte[length];
        try (RandomAccessFile file =
                new RandomAccessFile(bucket.resolve(object.key()).toFile(), "r")) {
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        } catch (IOException broken) {
            throw new LakeUnavailable("cannot read " + object.key(), broken);
        }
    }

    @Override
    public List<String> folders(String prefix) {
        throw new UnsupportedOperationException("folders are not asked for");
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        throw new UnsupportedOperationException("metadata is not asked for");
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public void put(String key, ObjectContent content) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public void delete(String key) {
        throw new UnsupportedOperationException(READ_ONLY);
    }
}
