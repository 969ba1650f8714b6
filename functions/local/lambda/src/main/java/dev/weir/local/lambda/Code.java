package dev.weir.local.lambda;

import java.nio.file.Path;

/// What a function is deployed as.
public sealed interface Code {

    /// A zip for the managed Java runtime: classes at its root, jars in `lib/`, and the handler as
    /// `class::method`.
    record JvmZip(Path zip, String handler) implements Code {}

    /// A native executable that polls the Runtime API itself, as the `provided` runtimes start it.
    record NativeExecutable(Path executable) implements Code {}
}
