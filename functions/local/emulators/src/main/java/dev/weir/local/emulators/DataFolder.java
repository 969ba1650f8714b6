package dev.weir.local.emulators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder in which one service keeps its state.
public final class DataFolder {
    private DataFolder() {}

    /// Creates the folder where it is missing.
    ///
    /// @throws CorruptData where it is not a folder, or not one that can be written
    public static Path open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new CorruptData(folder, "not a folder", failure);
        }
        if (!Files.isWritable(folder)) {
            throw new CorruptData(folder, "not writable");
        }
        return folder;
    }
}
