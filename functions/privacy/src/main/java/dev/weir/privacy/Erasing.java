package dev.weir.privacy;

import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectDigest;
import dev.weir.lake.Suppression;
import dev.weir.lake.Suppressions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Erases: first the suppression list, so that nothing lands any more; then, when landings that did not know of it are
/// over, a sweep; and once more when the stream has nothing of the time any more, after which the request is closed.
/// Whatever ends it, the next run goes on.
final class Erasing {

    private static final Logger LOG = Logger.getLogger(Erasing.class);

    private final Requests requests;
    private final Sweep sweep;
    private final EvidenceLedger ledger;
    private final LakeObjects lake;
    private final Times times;
    private final Clock clock;

    Erasing(Requests requests, Sweep sweep, EvidenceLedger ledger, LakeObjects lake, Worker.Timing timing) {
        this.requests = requests;
        this.sweep = sweep;
        this.ledger = ledger;
        this.lake = lake;
        this.times = timing.times();
        this.clock = timing.clock();
    }

    /// Works on requests of one product.
    void work(String product, List<Request> batch, Deadline deadline) {
        Instant now = clock.instant();
        List<Request> ready = suppressed(batch, now).stream()
                .filter(request ->
                        !request.progress().since().plus(times.settle()).isAfter(now))
                .toList();
        if (!ready.isEmpty()) {
            sweep(product, ready, deadline);
        }
    }

    private List<Request> suppressed(List<Request> batch, Instant now) {
        new Suppressions(lake).add(batch.stream().map(this::suppression).toList(), now);
        List<Request> running = new ArrayList<>();
        for (Request request : batch) {
            running.add(request.progress().status() == Status.QUEUED ? started(request, now) : request);
        }
        return running;
    }

    /// It is there until the request is closed, so that nothing that is put through again meanwhile brings anybody
    /// back.
    private Suppression suppression(Request request) {
        return new Suppression(
                request.grant().product(), request.sought(), closing(request).plus(Times.CLOSED));
    }

    private Request started(Request request, Instant now) {
        Request started = request.with(new Progress(Status.RUNNING, now, Progress.Result.NONE));
        requests.update(started, now);
        return started;
    }

    /// A sweep that was interrupted goes on for those that it was for; others wait for the next one.
    private void sweep(String product, List<Request> ready, Deadline deadline) {
        SweepNotes notes = new SweepNotes(lake);
        Optional<SweepNotes.Note> interrupted = notes.of(product);
        List<Request> batch = interrupted.map(note -> among(ready, note)).orElse(List.of());
        Findings findings = batch.isEmpty()
                ? new Findings()
                : interrupted.map(SweepNotes.Note::findings).orElseGet(Findings::new);
        List<Request> meant = batch.isEmpty() ? ready : batch;
        if (!sweep.over(product, meant, findings, deadline)) {
            notes.keep(
                    product, new SweepNotes.Note(meant.stream().map(Request::id).toList(), findings));
            LOG.infof(
                    "erasure goes on product=%s objects=%d",
                    product, findings.objects().size());
            return;
        }
        for (int place = 0; place < meant.size(); place++) {
            finish(meant.get(place), findings, place);
        }
        interrupted.ifPresent(note -> notes.forget(product));
    }

    /// The requests of a note in its order; none unless all are there.
    private static List<Request> among(List<Request> ready, SweepNotes.Note note) {
        List<Request> found = note.requests().stream()
                .flatMap(id -> ready.stream().filter(request -> request.id().equals(id)))
                .toList();
        return found.size() == note.requests().size() ? found : List.of();
    }

    private void finish(Request request, Findings findings, int place) {
        Instant now = clock.instant();
        boolean closing = !closing(request).isAfter(now);
        Proof proof = new Proof(request, changes(request), findings, place);
        Status status = proof.status();
        Progress.Result before = request.progress().result();
        boolean news = (closing && status != Status.PARTIAL) || !proof.said().equals(before.said());
        String evidence = news ? ledger.add(proof.json(closing, now)) : before.evidence();
        Progress.Result result = new Progress.Result(proof.examined(), proof.rows(), evidence, proof.said(), "");
        Request done = request.with(new Progress(status, request.progress().since(), result));
        log(done, findings);
        if (status == Status.PARTIAL) {
            requests.update(done, now);
        } else if (closing) {
            new Suppressions(lake).remove(suppression(request));
            requests.close(done.closed());
        } else {
            requests.update(done, closing(request));
        }
    }

    private static void log(Request done, Findings findings) {
        LOG.infof(
                "erased requestId=%s product=%s status=%s objects=%d rows=%d problems=%d",
                done.id(),
                done.grant().product(),
                done.progress().status(),
                done.progress().result().objects(),
                done.progress().result().rows(),
                findings.problems().size());
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
        return lake.list(change.object().key()).stream()
                .filter(now -> now.key().equals(change.object().key()))
                .findFirst()
                .filter(now -> ObjectDigest.of(lake, now).equals(change.object().sha256()))
                .map(now -> change.confirmed(now.etag()));
    }
}
