package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What became of the sources.
public sealed interface Compilation {

    /// They are fine.
    ///
    /// @param catalog what `dev.weir.core.catalog.Catalog` loads
    /// @param avro the stored envelope as an Avro record, its last field the properties as JSON
    record Compiled(ObjectNode catalog, ObjectNode avro) implements Compilation {}

    /// They are not; all that is wrong, ordered by place.
    record Broken(List<Problem> problems) implements Compilation {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
