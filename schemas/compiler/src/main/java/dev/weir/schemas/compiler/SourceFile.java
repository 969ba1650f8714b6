package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/// A source that was read.
record SourceFile(Path path, Place place, ObjectNode json) {}
