package dev.weir.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder for the files of one request while they are made. What an earlier run has left in it is deleted first, and
/// all of it is deleted in the end.
record Workspace(Path folder) implements AutoCloseable {

    /// @param root of all such folders
    static Workspace open(Path root, String request) {
        try {
            Workspace workspace = new Workspace(root.resolve(request));
            workspace.close();
            Files.createDirectories(workspace.folder());
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for files", e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete files", e);
        }
    }
}
