package dev.weir.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A deployment zip, unpacked once per content into `<work>/<function>/<hash>/task`.
///
/// Copies of the runtime client in its `lib/` are left out: the one beside the function is
/// Lambda's. Of an entry that occurs twice the last one counts, as with `unzip`: Quarkus writes
/// classes that it transforms once more. Folders of earlier contents are deleted.
record Unpacked(Path folder) {

    private static final String RUNTIME_CLIENT = "aws-lambda-java-runtime-interface-client";

    static Unpacked of(Path zip, Path work) throws IOException {
        Path folder = work.resolve(ContentHash.of(zip));
        if (!Files.isDirectory(folder.resolve("task"))) {
            deleteContents(work);
            Path fresh = Files.createDirectories(folder.resolve("unpacking"));
            unzip(zip, fresh);
            Files.move(fresh, folder.resolve("task"), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.createDirectories(folder.resolve("run"));
        return new Unpacked(folder);
    }

    Path task() {
        return folder.resolve("task");
    }

    /// An empty folder to run in: the runtime client adds jars below the working directory to a
    /// class loader of its own, and everything is on the class path already.
    Path run() {
        return folder.resolve("run");
    }

    Path classArchive() {
        return folder.resolve("classes.jsa");
    }

    List<Path> jars() throws IOException {
        return jarsIn(task().resolve("lib"));
    }

    boolean hasClassesAtItsRoot() throws IOException {
        try (Stream<Path> entries = Files.list(task())) {
            return entries.anyMatch(entry -> !entry.endsWith("lib"));
        }
    }

    /// The jars of a folder in a fixed order, which an archive of loaded classes depends on.
    static List<Path> jarsIn(Path lib) throws IOException {
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(lib)) {
            return entries.filter(entry -> entry.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().contains(RUNTIME_CLIENT)) {
                    Path file = target.resolve(entry.getName()).normalize();
                    if (!file.startsWith(target)) {
                        throw new IOException(zip + " has an entry outside of its root");
                    }
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void deleteContents(Path work) throws IOException {
        if (!Files.isDirectory(work)) {
            return;
        }
        try (Stream<Path> all = Files.walk(work)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(work)) {
                    Files.delete(path);
                }
            }
        }
    }
}
