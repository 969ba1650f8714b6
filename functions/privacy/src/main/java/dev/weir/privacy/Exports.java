package dev.weir.privacy;

import java.nio.file.Path;

/// The bucket of files that are handed out. Everything in it goes after a few days by itself. Methods throw
/// [dev.weir.lake.LakeUnavailable] when it cannot be asked.
interface Exports {

    /// Stores a file, in place of another of the name.
    void put(String name, Path file);

    /// Fetches a file to a path that does not exist; whether there is one of the name.
    boolean fetch(String name, Path to);

    /// Makes sure that there is none of the name.
    void delete(String name);
}
