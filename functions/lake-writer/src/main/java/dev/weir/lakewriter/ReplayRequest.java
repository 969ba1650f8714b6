package dev.weir.lakewriter;

import dev.weir.lake.JobRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/// What is to be put through: `{"from": "failed"}` or `{"from": "quarantine"}`, with `"product"` where it is that one's
/// events only, `"dry_run": true` where nothing is to be changed, and `"after"`, which the answer before has given.
///
/// @param after name of the last document that is done with; empty at the beginning
record ReplayRequest(From from, Optional<String> product, boolean dryRun, String after) {

    private static final Set<String> FIELDS = Set.of("from", "product", "dry_run", "after");

    /// Which documents.
    enum From {
        FAILED("aws/lambda/"),
        QUARANTINE("quarantine/");

        private final String prefix;

        From(String prefix) {
            this.prefix = prefix;
        }

        /// What their names begin with.
        String prefix() {
            return prefix;
        }
    }

    /// @throws IllegalArgumentException if the body is not a request; the message names field and rule
    static ReplayRequest read(InputStream body) throws IOException {
        JobRequest request = JobRequest.read(body, FIELDS);
        return new ReplayRequest(
                request.choice("from", From.values())
                        .orElseThrow(() -> new IllegalArgumentException("'from' is missing; it says which documents")),
                request.text("product"),
                request.flag("dry_run"),
                request.text("after").orElse(""));
    }
}
