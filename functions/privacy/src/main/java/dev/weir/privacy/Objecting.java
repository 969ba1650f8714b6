package dev.weir.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.privacy.ObjectionEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Writes restrictions, objections and their withdrawals into the list that the collector reads. A request is complete
/// when no collector goes by an older list any more, so that it holds for every batch that arrives from then on.
final class Objecting {

    private static final Logger LOG = Logger.getLogger(Objecting.class);

    private final Requests requests;
    private final ObjectionLog log;
    private final EvidenceLedger ledger;
    private final Duration heeded;
    private final Clock clock;

    /// @param heeded how old a collector's list may be
    Objecting(Requests requests, ObjectionLog log, EvidenceLedger ledger, Duration heeded, Clock clock) {
        this.requests = requests;
        this.log = log;
        this.ledger = ledger;
        this.heeded = heeded;
        this.clock = clock;
    }

    void work(Request request) {
        if (request.progress().status() == Status.QUEUED) {
            write(request);
        } else {
            complete(request);
        }
    }

    private void write(Request request) {
        log.add(
                new ObjectionEntry(
                        request.grant().product(),
                        request.grant().tenant(),
                        request.subject().names(),
                        request.demand().objection(),
                        request.demand().withdraw()),
                clock.instant());
        Instant effective = clock.instant().plus(heeded);
        requests.update(request.with(new Progress(Status.RUNNING, effective, Progress.Result.NONE)), effective);
    }

    private void complete(Request request) {
        Instant now = clock.instant();
        ObjectNode body = EvidenceBody.of(request, "objection", Status.COMPLETE, now)
                .put("effective_since", request.progress().since().toString());
        Progress.Result result = new Progress.Result(0, 0, ledger.add(body), "", "");
        LOG.infof(
                "objected requestId=%s product=%s type=%s withdraw=%s",
                request.id(),
                request.grant().product(),
                request.type(),
                request.demand().withdraw());
        requests.close(
                request.with(new Progress(Status.COMPLETE, request.progress().since(), result))
                        .closed());
    }
}
