package dev.weir.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Limits;
import dev.weir.core.catalog.Product;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Objections;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.BodyReader;
import dev.weir.core.intake.HttpRequest;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.Verdict;
import dev.weir.stream.EventPublisher;
import dev.weir.stream.Publication;
import dev.weir.stream.StreamUnavailable;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/// `POST /v1/events`: a batch of events in, a verdict for each out. The 200 is sent after the stream has them, a 202
/// after the queue has what the stream has refused.
final class EventsEndpoint {

    private static final Logger LOG = Logger.getLogger(EventsEndpoint.class);

    private final Guard guard;
    private final Arrivals arrivals;
    private final Catalog catalog;
    private final Intake intake;
    private final EventPublisher publisher;

    EventsEndpoint(Guard guard, Arrivals arrivals, Catalog catalog, Intake intake, EventPublisher publisher) {
        this.guard = guard;
        this.arrivals = arrivals;
        this.catalog = catalog;
        this.intake = intake;
        this.publisher = publisher;
    }

    Answer collect(HttpRequest request) {
        return switch (guard.credentials().of(request)) {
            case Authentication.Known(Caller caller) ->
                guard.origin(request, caller).orElseGet(() -> collect(request, caller));
            case Authentication.Unknown(Challenge challenge, String detail) -> Problems.unauthorized(challenge, detail);
            case Authentication.Unverifiable(Duration retryAfter) -> Problems.unverifiable(retryAfter);
        };
    }

    private Answer collect(HttpRequest request, Caller caller) {
        return ReceiptForm.of(request)
                .map(receipts -> collect(request, caller, receipts))
                .orElseGet(() -> Problems.unknownParameter("receipt must be none, short or full"));
    }

    private Answer collect(HttpRequest request, Caller caller, ReceiptForm receipts) {
        Limits limits = product(caller.credential()).settings().limits();
        Body body = BodyReader.read(request.body(), request.saysGzip(), limits);
        return guard.rate(caller, limits, body).orElseGet(() -> switch (body) {
            case Body.Unreadable(String reason) -> Problems.unreadable(reason);
            case Body.TooLarge(String reason) -> Problems.tooLarge(reason);
            case Body.Events batch ->
                guard.heeding(
                        caller,
                        objections -> guard.once(
                                request,
                                caller,
                                batch,
                                stamp -> admit(batch.events(), sender(request, caller, stamp, objections), receipts)));
        });
    }

    private Sender sender(HttpRequest request, Caller caller, Stamp stamp, Objections objections) {
        return new Sender(
                caller.credential(),
                caller.claims(),
                arrivals.of(request, caller.credential().source(), stamp),
                objections);
    }

    private Answer admit(List<RawEvent> events, Sender sender, ReceiptForm receipts) {
        List<Verdict> verdicts =
                events.stream().map(event -> intake.admit(event, sender)).toList();
        BatchReport report =
                filled(new BatchReport(product(sender.credential()).settings().dialect(), receipts), events, verdicts);
        String batchId = sender.arrival().batchId();
        try {
            return switch (publisher.publish(accepted(verdicts))) {
                case Publication.InStream _ -> Answer.ok(report.toJson(batchId));
                case Publication.Queued _ -> queued(report.toJson(batchId), sender);
            };
        } catch (StreamUnavailable e) {
            LOG.warnf(e, "batch not published product=%s", sender.credential().product());
            return Problems.unavailable("the batch was not taken as a whole; send all of it again");
        }
    }

    private static Answer queued(ObjectNode report, Sender sender) {
        LOG.warnf("batch queued product=%s", sender.credential().product());
        return Answer.queued(report);
    }

    private static BatchReport filled(BatchReport report, List<RawEvent> events, List<Verdict> verdicts) {
        for (int i = 0; i < events.size(); i++) {
            report.add(events.get(i), verdicts.get(i));
        }
        return report;
    }

    private Product product(Credential credential) {
        return catalog.product(credential.product())
                .orElseThrow(() -> new IllegalStateException("no product " + credential.product() + " in the catalog"));
    }

    private static List<StoredEvent> accepted(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Accepted.class::isInstance)
                .map(verdict -> ((Verdict.Accepted) verdict).event())
                .toList();
    }
}
