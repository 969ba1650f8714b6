package dev.weir.privacy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.FlatEvent;
import dev.weir.lake.Bookkeeping;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Hands out what is stored of somebody, as a file: for access all of it, for portability what they have provided. A
/// run that comes to the end of its time keeps what it has, and the next goes on.
final class Exporting {

    private static final Logger LOG = Logger.getLogger(Exporting.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Requests requests;
    private final ExportSearch search;
    private final EvidenceLedger ledger;
    private final Path folder;
    private final Clock clock;

    /// @param folder for files while they are made
    Exporting(Requests requests, ExportSearch search, EvidenceLedger ledger, Path folder, Clock clock) {
        this.requests = requests;
        this.search = search;
        this.ledger = ledger;
        this.folder = folder;
        this.clock = clock;
    }

    /// The name of a file that is not finished.
    static String part(String export) {
        return export + ".part";
    }

    void work(Request request, Deadline deadline) {
        if (isSettled(request) && !clock.instant().isBefore(ends(request))) {
            close(request);
            return;
        }
        Request running = started(request);
        try (Workspace workspace = Workspace.open(folder, request.id())) {
            make(running, workspace, deadline);
        }
    }

    /// A file that lacks something is worked on, however late it is.
    private static boolean isSettled(Request request) {
        Status status = request.progress().status();
        return status == Status.COMPLETE || status == Status.NOTHING_EXAMINED;
    }

    private static Instant ends(Request request) {
        return request.progress().since().plus(Times.EXPORT_STAYS);
    }

    /// The file has its name before it exists, so that none is left behind that nobody knows of.
    private Request started(Request request) {
        Progress progress = request.progress();
        if (!progress.result().export().isEmpty()) {
            return request;
        }
        Instant now = clock.instant();
        String name = "exports/" + UUID.randomUUID() + ".zip";
        Status status = progress.status() == Status.QUEUED ? Status.RUNNING : progress.status();
        Request started =
                request.with(new Progress(status, now, progress.result().withExport(name)));
        requests.update(started, now);
        return started;
    }

    private void make(Request request, Workspace workspace, Deadline deadline) {
        String name = request.progress().result().export();
        Path events = workspace.file("events.gz");
        boolean goesOn = search.buckets().exports().fetch(part(name), events);
        ExportFindings findings = goesOn ? notes(request) : new ExportFindings();
        boolean ended;
        try (EventSpool spool = new EventSpool(events)) {
            ended = search.over(request, findings, event -> add(request, event, spool), deadline);
        }
        if (!ended) {
            keep(request, findings, events);
            return;
        }
        finish(request, findings, workspace);
        search.buckets().exports().delete(part(name));
        search.buckets().lake().delete(notesKey(request));
    }

    /// The events before the notes: what was looked at and is in no part would never be looked at again.
    private void keep(Request request, ExportFindings findings, Path events) {
        byte[] notes = findings.notes().toString().getBytes(StandardCharsets.UTF_8);
        search.buckets().exports().put(part(request.progress().result().export()), events);
        search.buckets().lake().put(notesKey(request), new ObjectContent(notes, "application/json", Map.of()));
        LOG.infof("export goes on requestId=%s objects=%d", request.id(), findings.objects());
    }

    private static void add(Request request, FlatEvent event, EventSpool spool) {
        if (request.type() == RequestType.PORTABILITY) {
            EventJson.provided(event).ifPresent(spool::add);
        } else {
            spool.add(EventJson.whole(event));
        }
    }

    private ExportFindings notes(Request request) {
        return search.buckets()
                .lake()
                .get(notesKey(request))
                .map(found -> {
                    try {
                        return ExportFindings.of(JSON.readTree(found.bytes()));
                    } catch (IOException broken) {
                        throw new LakeUnavailable("the notes of an export are no JSON", broken);
                    }
                })
                .orElseGet(ExportFindings::new);
    }

    private static String notesKey(Request request) {
        return Bookkeeping.export(request.id());
    }

    private void finish(Request request, ExportFindings findings, Workspace workspace) {
        Status status = findings.status();
        try (EventSpool spool = new EventSpool(workspace.file("events.gz"))) {
            Progress.Result before = request.progress().result();
            String said = EvidenceBody.said(status, spool.events(), findings.problems());
            Progress.Result result =
                    said.equals(before.said()) ? before : handedOut(request, findings, workspace, spool, said);
            Request done = request.with(new Progress(status, clock.instant(), result));
            LOG.infof(
                    "exported requestId=%s product=%s status=%s objects=%d problems=%d",
                    request.id(),
                    request.grant().product(),
                    status,
                    findings.objects(),
                    findings.problems().size());
            requests.update(done, status == Status.PARTIAL ? clock.instant() : ends(done));
        }
    }

    private Progress.Result handedOut(
            Request request, ExportFindings findings, Workspace workspace, EventSpool spool, String said) {
        Path zip = workspace.file("export.zip");
        spool.close();
        new ExportZip(search.catalog()).write(zip, spool, request, findings.unreadable());
        String name = request.progress().result().export();
        search.buckets().exports().put(name, zip);
        ObjectNode body = EvidenceBody.of(request, "export", findings.status(), clock.instant());
        findings.into(body, spool.events());
        FileDigest.of(zip).into(body.putObject("file"));
        EvidenceBody.problems(body, findings.problems());
        return new Progress.Result(findings.objects(), spool.events(), ledger.add(body), said, name);
    }

    private void close(Request request) {
        String name = request.progress().result().export();
        if (!name.isEmpty()) {
            search.buckets().exports().delete(name);
            search.buckets().exports().delete(part(name));
        }
        search.buckets().lake().delete(notesKey(request));
        requests.close(
                request.with(request.progress().with(request.progress().result().withExport("")))
                        .closed());
    }
}
