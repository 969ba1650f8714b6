package dev.weir.retention;

import dev.weir.lake.JobRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a run is to do: `{}` from the schedule, or `{"product": "ott-streaming", "dry_run": true, "today":
/// "2027-02-08", "allow_share": 100}` from a person.
///
/// @param product all where there is none
/// @param today the day of the clock where there is none, UTC
/// @param allowShare how many of a hundred objects of a product may go; what is configured where there is none
record RetentionRequest(
        Optional<String> product, Optional<LocalDate> today, boolean dryRun, Optional<Integer> allowShare) {

    private static final Set<String> FIELDS = Set.of("product", "today", "dry_run", "allow_share");

    /// @throws IllegalArgumentException if the body is not a request; the message names field and rule
    static RetentionRequest read(InputStream body) throws IOException {
        JobRequest request = JobRequest.read(body, FIELDS);
        return new RetentionRequest(
                request.text("product"),
                request.date("today"),
                request.flag("dry_run"),
                request.whole("allow_share", 0, 100));
    }
}
