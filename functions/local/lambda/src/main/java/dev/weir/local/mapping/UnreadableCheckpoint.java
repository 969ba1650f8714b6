package dev.weir.local.mapping;

import java.nio.file.Path;

/// A checkpoint file that does not say where to go on. Guessing would lose records or double them,
/// so it is for a person to decide; the message names the file and the choice.
public final class UnreadableCheckpoint extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableCheckpoint(Path file) {
        super("cannot read the checkpoint " + file + "; delete it to start again from the oldest record");
    }
}
