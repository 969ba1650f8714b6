package dev.weir.core.intake;

import dev.weir.core.enrich.Enriched;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.Violation;
import java.util.List;

/// What became of an event at the door. Every event gets one.
public sealed interface Verdict {

    /// It will be stored, as this; its sender gets the receipt.
    record Accepted(StoredEvent event, Receipt receipt) implements Verdict {}

    /// It breaks rules that its sender can mend.
    record Rejected(RejectReason reason, List<Violation> violations) implements Verdict {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }

    /// It is fine and is not kept.
    record Dropped(DropReason reason) implements Verdict {}

    /// The verdict that the last stage's outcome amounts to.
    static Verdict of(Outcome<Enriched> outcome) {
        return switch (outcome) {
            case Outcome.Passed<Enriched>(Enriched passed) -> new Accepted(passed.event(), passed.receipt());
            case Outcome.Rejected<Enriched>(RejectReason reason, List<Violation> violations) ->
                new Rejected(reason, violations);
            case Outcome.Dropped<Enriched>(DropReason reason) -> new Dropped(reason);
        };
    }
}
