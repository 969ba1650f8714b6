package dev.weir.benchmarks;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A bucket that is a folder, for one who writes alone. Counts what is read. Metadata and versions are kept in memory:
/// an
/// object that was there before is as old as its file.
final class FolderObjects implements LakeObjects {

    private final Path root;
    private final Map<String, Map<String, String>> metadata = new HashMap<>();
    private final Map<String, Integer> versions = new TreeMap<>();
    private long bytesRead;
    private long reads;

    FolderObjects(Path root) {
        this.root = root;
    }

    /// Bytes that were read until now.
    long bytesRead() {
        return bytesRead;
    }

    /// Calls that have read.
    long reads() {
        return reads;
    }

    private Path path(String key) {
        return root.resolve(key);
    }

    @Override
    public List<LakeObject> list(String prefix) {
        Path folder = path(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(this::listed)
                    .filter(object -> object.key().startsWith(prefix))
                    .sorted(Comparator.comparing(LakeObject::key))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LakeObject listed(Path file) {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            String key = root.relativize(file).toString();
            return new LakeObject(
                    key, etag(key), facts.size(), facts.lastModifiedTime().toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String etag(String key) {
        return "v" + versions.getOrDefault(key, 0);
    }

    @Override
    public List<String> folders(String prefix) {
        TreeSet<String> folders = new TreeSet<>();
        for (LakeObject object : list(prefix)) {
            folders.add(object.key().substring(0, object.key().indexOf('/', prefix.length()) + 1));
        }
        return new ArrayList<>(folders);
    }

    @Override
    public Optional<Fetched> get(String key) {
        try {
            if (!Files.exists(path(key))) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(path(key));
            count(bytes.length);
            return Optional.of(new Fetched(bytes, etag(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        if (!etag(object.key()).equals(object.etag())) {
            throw new LakeUnavailable(object.key() + " has changed");
        }
        try (RandomAccessFile file = new RandomAccessFile(path(object.key()).toFile(), "r")) {
            byte[] bytes = new byte[length];
            file.seek(from);
            file.readFully(bytes);
            count(length);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(int bytes) {
        bytesRead += bytes;
        reads++;
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        if (!etag(key).equals(etag)) {
            return PutOutcome.PRESENT;
        }
        put(key, content);
        return PutOutcome.STORED;
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        if (Files.exists(path(key))) {
            return PutOutcome.PRESENT;
        }
        put(key, content);
        return PutOutcome.STORED;
    }

    @Override
    public void put(String key, ObjectContent content) {
        try {
            Files.createDirectories(path(key).getParent());
            try (InputStream body = content.body().open()) {
                Files.copy(body, path(key), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        metadata.put(key, content.metadata());
        versions.merge(key, 1, Integer::sum);
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        return Files.exists(path(key)) ? Optional.of(metadata.getOrDefault(key, Map.of())) : Optional.empty();
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
