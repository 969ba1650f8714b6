package dev.weir.collector;

import dev.weir.core.intake.HttpRequest;
import java.util.Locale;
import java.util.Optional;

/// How much of the privacy receipt the sender of an event gets.
enum ReceiptForm {
    /// No receipt: who sends beacons does not see the answer.
    NONE,
    /// What was decided, and how many values were changed.
    SHORT,
    /// Every purpose and every change.
    FULL;

    private static final String PARAMETER = "receipt";

    /// What a request asks for with `?receipt=`; where it does not ask, none for beacons and short for others. Empty
    /// where it asks for a form that there is not.
    static Optional<ReceiptForm> of(HttpRequest request) {
        Optional<String> asked = request.parameter(PARAMETER);
        if (asked.isEmpty()) {
            return Optional.of(isBeacon(request) ? NONE : SHORT);
        }
        for (ReceiptForm form : values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(asked.get())) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /// `navigator.sendBeacon` sends text as `text/plain`, the one type of text that needs no preflight.
    private static boolean isBeacon(HttpRequest request) {
        return request.header("content-type")
                .filter(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("text/plain"))
                .isPresent();
    }
}
