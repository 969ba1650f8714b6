package dev.weir.schemas.compiler;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// Ends a build whose schemas are broken; its message lists everything that is wrong.
final class BrokenSchemas extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    BrokenSchemas(List<Problem> problems) {
        super(problems.size()
                + (problems.size() == 1 ? " problem" : " problems")
                + " in the schemas:\n\n"
                + problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n"))
                + "\n");
    }
}
