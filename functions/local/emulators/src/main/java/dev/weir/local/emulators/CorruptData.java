package dev.weir.local.emulators;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A data folder that a service cannot trust. The message is one line that names the folder and never what is in it.
public final class CorruptData extends RuntimeException {
    public CorruptData(Path folder, String reason) {
        this(folder, reason, null);
    }

    /// Damage to one file, told by its folder and name.
    public static CorruptData file(Path file, String reason, @Nullable Throwable cause) {
        Path folder = file.toAbsolutePath().getParent();
        return new CorruptData(folder == null ? file : folder, file.getFileName() + " " + reason, cause);
    }

    public CorruptData(Path folder, String reason, @Nullable Throwable cause) {
        super("data folder " + folder.toAbsolutePath() + " is corrupt: " + reason, cause);
    }
}
