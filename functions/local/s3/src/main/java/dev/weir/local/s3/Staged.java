package dev.weir.local.s3;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Objects on their way. The store writes `key-UUID` beside the key and publishes it under its name when it is whole.
final class Staged {
    private static final Pattern NAME =
            Pattern.compile("(.+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.DOTALL);
    private static final String WHOLE = "user.content-md5";

    private final Path data;
    private final ConcurrentMap<Path, Integer> writers = new ConcurrentHashMap<>();

    Staged(Path data) {
        this.data = data;
    }

    <T> T during(String bucket, String key, Supplier<T> write) {
        Path object = data.resolve(bucket, key);
        writers.merge(object, 1, Integer::sum);
        try {
            return write.get();
        } finally {
            writers.computeIfPresent(object, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    /// Whether a listed key was never an object. Asked in this order, for the writer may be done by now: then the file
    /// that was listed is gone.
    boolean contains(String bucket, String key) {
        Matcher name = NAME.matcher(key);
        return name.matches()
                && (writers.containsKey(data.resolve(bucket, name.group(1)))
                        || Files.notExists(data.resolve(bucket, key)));
    }

    /// Removes what a process left behind that was killed while it wrote.
    static void deleteLeftovers(Path data) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (NAME.matcher(file.getFileName().toString()).matches() && isLeftover(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isLeftover(Path file) throws IOException {
        var attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        boolean whole = attributes != null && attributes.list().contains(WHOLE);
        return !whole || isPublishedUnderAnotherName(file);
    }

    private static boolean isPublishedUnderAnotherName(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("unix")
                && (int) Files.getAttribute(file, "unix:nlink") > 1;
    }
}
