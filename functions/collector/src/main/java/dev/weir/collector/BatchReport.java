package dev.weir.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Dialect;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Violation;
import dev.weir.core.intake.Verdict;
import dev.weir.core.privacy.Pii;
import java.util.List;
import java.util.Optional;

/// The answer to a batch: how many events were accepted, rejected and dropped, and what became of each, in the order of
/// the request.
final class BatchReport {

    private final Dialect dialect;
    private final ReceiptForm receipts;
    private final ArrayNode results = JsonNodeFactory.instance.arrayNode();
    private int accepted;
    private int rejected;
    private int dropped;

    /// @param dialect of the product whose events they are
    BatchReport(Dialect dialect, ReceiptForm receipts) {
        this.dialect = dialect;
        this.receipts = receipts;
    }

    void add(RawEvent event, Verdict verdict) {
        ObjectNode result = results.addObject();
        result.put("event_id", id(event, verdict).orElse(null));
        switch (verdict) {
            case Verdict.Accepted accept -> {
                accepted++;
                result.put("status", "accepted");
                receipt(result, accept);
            }
            case Verdict.Rejected(RejectReason reason, List<Violation> violations) -> {
                rejected++;
                result.put("status", "rejected").put("reason", reason.code());
                violations(result.putArray("violations"), violations);
            }
            case Verdict.Dropped(DropReason reason) -> {
                dropped++;
                result.put("status", "dropped").put("reason", reason.code());
            }
        }
    }

    private void receipt(ObjectNode result, Verdict.Accepted accepted) {
        switch (receipts) {
            case NONE -> {}
            case SHORT -> result.set("receipt", ReceiptJson.summary(accepted));
            case FULL -> result.set("receipt", ReceiptJson.full(accepted));
        }
    }

    /// The id that the event is stored under, or that its sender gave it, unless it holds personal data.
    private Optional<String> id(RawEvent event, Verdict verdict) {
        return verdict instanceof Verdict.Accepted(var stored, var _)
                ? Optional.of(stored.header().eventId())
                : dialect.eventId(event.json()).filter(Pii::mayShow);
    }

    private static void violations(ArrayNode array, List<Violation> violations) {
        violations.forEach(violation ->
                array.addObject().put("pointer", violation.pointer()).put("message", violation.message()));
    }

    ObjectNode toJson(String batchId) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("batch_id", batchId);
        report.put("accepted", accepted);
        report.put("rejected", rejected);
        report.put("dropped", dropped);
        report.set("results", results);
        return report;
    }
}
