package dev.weir.core.privacy;

import dev.weir.core.event.PiiKind;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.Violation;
import java.util.ArrayList;
import java.util.List;

/// What was done to one event, and what may not be done to it: places and kinds, never values.
final class Ledger {

    private final List<Redaction> redactions = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    void note(String pointer, String found, Redaction.Action action) {
        redactions.add(new Redaction(pointer, found, action));
    }

    void refuse(String pointer, PiiKind kind) {
        violations.add(new Violation(pointer, "must not hold personal data of the kind " + kind.label()));
    }

    List<Redaction> redactions() {
        return redactions;
    }

    List<Violation> violations() {
        return violations.stream().distinct().toList();
    }
}
