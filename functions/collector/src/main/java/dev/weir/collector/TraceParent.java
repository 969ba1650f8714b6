package dev.weir.collector;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The trace that a request belongs to, by its header `traceparent` (W3C Trace Context).
final class TraceParent {

    private static final Pattern HEADER =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /// The trace id; empty where the header breaks a rule of the recommendation, which says to ignore it then.
    static Optional<String> traceId(String header) {
        Matcher matcher = HEADER.matcher(header.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
