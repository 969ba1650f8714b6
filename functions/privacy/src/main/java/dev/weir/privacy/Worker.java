package dev.weir.privacy;

import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectEraser;
import dev.weir.lake.Suppression;
import dev.weir.lake.Suppressions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Does what is due: first the suppression list, so that nothing lands any more; then, when landings that did not know
/// of
/// it are over, a sweep; and once more when the stream has nothing of the time any more, after which the request is
/// closed.
/// Whatever ends it, the next run goes on.
final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final Requests requests;
    private final Sweep sweep;
    private final EvidenceLedger ledger;
    private final LakeObjects lake;
    private final Times times;
    private final Clock clock;

    Worker(Requests requests, Sweep sweep, EvidenceLedger ledger, LakeObjects lake, Timing timing) {
        this.requests = requests;
        this.sweep = sweep;
        this.ledger = ledger;
        this.lake = lake;
        this.times = timing.times();
        this.clock = timing.clock();
    }

    record Timing(Times times, Clock clock) {}

    /// How many requests were worked on.
    int run() {
        Instant now = clock.instant();
        Map<String, List<Request>> due = requests.due(now).stream()
                .collect(
                        Collectors.groupingBy(request -> request.grant().product(), TreeMap::new, Collectors.toList()));
        due.forEach((product, batch) -> work(product, suppressed(batch, now), now));
        return due.values().stream().mapToInt(List::size).sum();
    }

    private List<Request> suppressed(List<Request> batch, Instant now) {
        new Suppressions(lake)
                .add(
                        batch.stream()
                                .filter(request -> closing(request).isAfter(now))
                                .map(request ->
                                        new Suppression(request.grant().product(), request.sought(), closing(request)))
                                .toList(),
                        now);
        List<Request> running = new ArrayList<>();
        for (Request request : batch) {
            running.add(request.progress().status() == Status.QUEUED ? started(request, now) : request);
        }
        return running;
    }

    private Request started(Request request, Instant now) {
        Request started = request.with(new Request.Progress(Status.RUNNING, now, 0, 0, ""));
        requests.update(started, now);
        return started;
    }

    private void work(String product, List<Request> batch, Instant now) {
        List<Request> ready = batch.stream()
                .filter(request ->
                        !request.progress().suppressedAt().plus(times.settle()).isAfter(now))
                .toList();
        if (ready.isEmpty()) {
            return;
        }
        Findings findings = sweep.over(product, ready);
        for (int place = 0; place < ready.size(); place++) {
            finish(ready.get(place), findings, place);
        }
    }

    private void finish(Request request, Findings findings, int place) {
        Instant now = clock.instant();
        boolean closing = !closing(request).isAfter(now);
        Proof proof = new Proof(request, changes(request), findings, place);
        String evidence = ledger.add(proof.json(closing, now));
        Status status = proof.status();
        Request done = request.with(new Request.Progress(
                status, request.progress().suppressedAt(), proof.examined(), proof.rows(), evidence));
        LOG.infof(
                "erased requestId=%s product=%s status=%s objects=%d rows=%d problems=%d",
                request.id(),
                request.grant().product(),
                status,
                proof.examined(),
                proof.rows(),
                findings.problems().size());
        if (status == Status.PARTIAL) {
            requests.update(done, now);
        } else if (closing) {
            requests.close(done.closed());
        } else {
            requests.update(done, closing(request));
        }
    }

    private Instant closing(Request request) {
        return request.subject().until().plus(times.inFlight());
    }

    /// What was done is told; what was only to be done is, if the object is as it was to become.
    private List<Change> changes(Request request) {
        List<Change> done = new ArrayList<>();
        for (Change change : requests.changes(request.id())) {
            (change.done() ? Optional.of(change) : confirmed(change)).ifPresent(done::add);
        }
        return done;
    }

    private Optional<Change> confirmed(Change change) {
        return lake.get(change.object().key())
                .filter(now ->
                        ObjectEraser.sha256(now.bytes()).equals(change.object().sha256()))
                .map(now -> change.confirmed(now.etag()));
    }
}
