package dev.weir.privacy;

import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Says in the log which people should be gone by now and are not. An alarm counts these lines, while there are two
/// days
/// left of those that an erasure may take.
final class Overdue {

    static final Duration AFTER = Duration.ofDays(5);

    private static final Logger LOG = Logger.getLogger(Overdue.class);

    private Overdue() {}

    static boolean is(Request request, Instant now) {
        return switch (request.progress().status()) {
            case COMPLETE, NOTHING_EXAMINED -> false;
            case QUEUED, RUNNING, PARTIAL ->
                !request.subject().until().plus(AFTER).isAfter(now);
        };
    }

    static void tell(Request request, Instant now) {
        if (is(request, now)) {
            LOG.errorf(
                    "overdue requestId=%s product=%s status=%s",
                    request.id(), request.grant().product(), request.progress().status());
        }
    }
}
