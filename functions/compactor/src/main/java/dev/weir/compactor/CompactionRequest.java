package dev.weir.compactor;

import dev.weir.lake.Extent;
import dev.weir.lake.JobRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What is to be compacted: `{"extent": "hours", "days": 2}` from the schedule, or `{"product":
/// "ott-streaming", "dt": "2026-02-08", "extent": "all"}` from a person.
///
/// @param product all where there is none
/// @param date all, or the latest, where there is none
/// @param days how many days to go back from today, with today
record CompactionRequest(Optional<String> product, Optional<LocalDate> date, int days, Extent extent) {

    private static final Set<String> FIELDS = Set.of("product", "dt", "days", "extent");
    private static final int ALL_DAYS = 36_500;

    /// @throws IllegalArgumentException if the body is not a request; the message names field and rule
    static CompactionRequest read(InputStream body) throws IOException {
        JobRequest request = JobRequest.read(body, FIELDS);
        return new CompactionRequest(
                request.text("product"),
                request.date("dt"),
                request.whole("days", 1, ALL_DAYS).orElse(ALL_DAYS),
                request.choice("extent", Extent.values()).orElse(Extent.HOURS));
    }
}
