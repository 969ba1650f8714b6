package dev.weir.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.intake.Verdict;
import java.util.Locale;

/// The privacy receipt as its sender sees it: for what the event was taken, what was done to it first, how long it
/// stays. It says where something was, never what.
final class ReceiptJson {

    private ReceiptJson() {}

    /// The short form: what was decided, and how much was changed.
    static ObjectNode summary(Verdict.Accepted accepted) {
        Receipt receipt = accepted.receipt();
        StoredReceipt.Kept kept = accepted.event().receipt().kept();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("purpose", receipt.decision().purpose().name());
        json.put("basis", receipt.decision().basis());
        receipt.tags().forEach(json.putArray("tags")::add);
        json.put("redacted", receipt.redactions().size());
        json.put("retention", kept.retention());
        json.put("expires_on", kept.expires().toString());
        json.put("policy", receipt.policy());
        return json;
    }

    /// The full form: the short one, what was decided about each purpose and why, and what was changed where.
    static ObjectNode full(Verdict.Accepted accepted) {
        Receipt receipt = accepted.receipt();
        ObjectNode json = summary(accepted);
        ArrayNode purposes = json.putArray("purposes");
        receipt.decision().answers().forEach(answer -> purposes.add(of(answer)));
        ArrayNode redactions = json.putArray("redactions");
        receipt.redactions().forEach(redaction -> redactions.add(of(redaction)));
        return json;
    }

    private static ObjectNode of(Receipt.Answer answer) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("purpose", answer.purpose().name())
                .put("allowed", answer.allowed())
                .put("by", answer.by());
    }

    private static ObjectNode of(Redaction redaction) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pointer", redaction.pointer())
                .put("found", redaction.found())
                .put("action", redaction.action().name().toLowerCase(Locale.ROOT));
    }
}
