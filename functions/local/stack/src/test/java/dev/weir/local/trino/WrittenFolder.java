package dev.weir.local.trino;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectContent;
import dev.weir.local.query.FolderObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A bucket that is a folder, for one who writes alone.
record WrittenFolder(Path bucket, FolderObjects read) implements LakeObjects {

    WrittenFolder(Path bucket) {
        this(bucket, new FolderObjects(bucket));
    }

    @Override
    public List<LakeObject> list(String prefix) {
        return read.list(prefix);
    }

    @Override
    public Optional<Fetched> get(String key) {
        return read.get(key);
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        return read.read(object, from, length);
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        if (Files.exists(bucket.resolve(key))) {
            return PutOutcome.PRESENT;
        }
        put(key, content);
        return PutOutcome.STORED;
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        put(key, content);
        return PutOutcome.STORED;
    }

    @Override
    public void put(String key, ObjectContent content) {
        Path file = bucket.resolve(key);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content.bytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
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
    public void delete(String key) {
        throw new UnsupportedOperationException("nothing is deleted");
    }
}
