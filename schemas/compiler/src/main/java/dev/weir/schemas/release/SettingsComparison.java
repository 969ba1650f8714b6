package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/// Compares what a product decides for all of its events: how long its retention classes keep, and what holds where
/// people have not decided or have refused.
final class SettingsComparison {

    private final Changes changes;
    private final At at;

    /// @param at its `product.yaml`
    SettingsComparison(Changes changes, At at) {
        this.changes = changes;
        this.at = at;
    }

    /// What became of the class of a released event. A class is reported once, however many events are of it.
    void retention(JsonNode released, JsonNode current) {
        String label = released.path("retention").asText();
        long longer = PolicyComparison.days(current) - PolicyComparison.days(released);
        if (label.equals(current.path("retention").asText()) && longer != 0) {
            changes.add(
                    longer > 0 ? Kind.RETENTION_LENGTHENED : Kind.RETENTION_SHORTENED,
                    at.keyword("retention").keyword(label),
                    label + " " + released.path("keep").asText() + " to "
                            + current.path("keep").asText());
        }
    }

    void consent(JsonNode released, JsonNode current) {
        At here = at.keyword("consent");
        regionField(released, current, here.keyword("region_field"));
        list("opt_out", released, current, here);
        list("tagged", released, current, here);
        Set<String> purposes = new TreeSet<>();
        released.path("without").fieldNames().forEachRemaining(purposes::add);
        current.path("without").fieldNames().forEachRemaining(purposes::add);
        for (String purpose : purposes) {
            String before = released.path("without").path(purpose).asText("drop");
            String now = current.path("without").path(purpose).asText("drop");
            if (!before.equals(now)) {
                changes.add(
                        Kind.CONSENT_CHANGED,
                        here.keyword("without").keyword(purpose),
                        "without " + purpose + " " + before + " to " + now);
            }
        }
    }

    private void regionField(JsonNode released, JsonNode current, At here) {
        String before = released.path("region_field").asText("none");
        String now = current.path("region_field").asText("none");
        if (!before.equals(now)) {
            changes.add(Kind.CONSENT_CHANGED, here, "region_field " + before + " to " + now);
        }
    }

    private void list(String name, JsonNode released, JsonNode current, At here) {
        Set<String> before = Released.texts(released.path(name));
        Set<String> now = Released.texts(current.path(name));
        now.stream()
                .filter(word -> !before.contains(word))
                .forEach(word -> changes.add(Kind.CONSENT_CHANGED, here.keyword(name), name + " with " + word));
        before.stream()
                .filter(word -> !now.contains(word))
                .forEach(word -> changes.add(Kind.CONSENT_CHANGED, here.keyword(name), name + " without " + word));
    }
}
