package dev.weir.collector;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Product;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.Credential;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.BodyReader;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.Verdict;
import dev.weir.stream.EventPublisher;
import dev.weir.stream.StreamUnavailable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// `POST /v1/events`: a batch of events in, a verdict for each out. The 200 is sent after the stream has them.
final class EventsEndpoint {

    private static final Logger LOG = Logger.getLogger(EventsEndpoint.class);

    private final Credentials credentials;
    private final Catalog catalog;
    private final Intake intake;
    private final EventPublisher publisher;
    private final Clock clock;

    EventsEndpoint(Credentials credentials, Catalog catalog, Intake intake, EventPublisher publisher, Clock clock) {
        this.credentials = credentials;
        this.catalog = catalog;
        this.intake = intake;
        this.publisher = publisher;
        this.clock = clock;
    }

    Answer collect(HttpRequest request) {
        Optional<Credential> credential = credentials.of(request);
        if (credential.isEmpty()) {
            return Problems.unauthorized(
                    "send a write key of your product as the user name of HTTP Basic, or in X-Write-Key");
        }
        return switch (BodyReader.read(
                request.body(),
                request.saysGzip(),
                product(credential.get()).settings().limits())) {
            case Body.Unreadable(String reason) -> Problems.unreadable(reason);
            case Body.TooLarge(String reason) -> Problems.tooLarge(reason);
            case Body.Events(List<RawEvent> events) -> admit(events, sender(credential.get(), request.sourceIp()));
        };
    }

    private Sender sender(Credential credential, @Nullable String sourceIp) {
        String batchId = UUID.randomUUID().toString();
        return new Sender(credential, new Arrival(batchId, clock.instant(), address(sourceIp)));
    }

    private static @Nullable ClientAddress address(@Nullable String literal) {
        try {
            return literal == null ? null : ClientAddress.of(literal);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Answer admit(List<RawEvent> events, Sender sender) {
        List<Verdict> verdicts =
                events.stream().map(event -> intake.admit(event, sender)).toList();
        try {
            publisher.publish(accepted(verdicts));
        } catch (StreamUnavailable e) {
            LOG.warnf(e, "batch not published product=%s", sender.credential().product());
            return Problems.unavailable("the batch was not taken as a whole; send all of it again");
        }
        return Answer.ok(
                report(events, verdicts, sender).toJson(sender.arrival().batchId()));
    }

    private BatchReport report(List<RawEvent> events, List<Verdict> verdicts, Sender sender) {
        BatchReport report =
                new BatchReport(product(sender.credential()).settings().dialect());
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
