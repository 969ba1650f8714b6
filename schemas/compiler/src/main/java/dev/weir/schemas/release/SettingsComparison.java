package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.PiiPolicy;
import dev.weir.core.event.PiiKind;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
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

    /// For how long rows lead to somebody. A product that says it no longer lets them do so for as long as they are
    /// kept.
    void identities(JsonNode released, JsonNode current) {
        String now = current.asText("as long as the events");
        long longer = days(current) - days(released);
        if (longer != 0) {
            changes.add(
                    longer > 0 ? Kind.IDENTITIES_LENGTHENED : Kind.IDENTITIES_SHORTENED,
                    at.keyword("identity_retention"),
                    released.asText() + " to " + now);
        }
    }

    private static long days(JsonNode period) {
        return period.isTextual()
                ? LocalDate.EPOCH.plus(Period.parse(period.asText())).toEpochDay()
                : Long.MAX_VALUE;
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

    /// What is done about personal data, by kind. A product that says nothing has said what holds then.
    void pii(JsonNode released, JsonNode current) {
        for (PiiKind kind : PiiKind.values()) {
            PiiPolicy.Action before = action(released, kind);
            PiiPolicy.Action now = action(current, kind);
            if (before != now) {
                changes.add(
                        now.keeps() > before.keeps() ? Kind.PII_LOOSENED : Kind.PII_TIGHTENED,
                        at.keyword("pii").keyword(kind.label()),
                        kind.label() + " " + before.label() + " to " + now.label());
            }
        }
    }

    private static PiiPolicy.Action action(JsonNode pii, PiiKind kind) {
        PiiPolicy.Action standard = PiiPolicy.DEFAULT.on(kind);
        return PiiPolicy.Action.of(pii.path(kind.label()).asText(standard.label()));
    }

    /// What is taken at once. What was taken stays taken; rates and clocks turn no event away for good.
    void limits(JsonNode released, JsonNode current) {
        for (String limit : List.of("events", "bytes", "payload_bytes")) {
            long before = released.path(limit).asLong(Long.MAX_VALUE);
            long now = current.path(limit).asLong(Long.MAX_VALUE);
            if (before != now) {
                changes.add(
                        now < before ? Kind.LIMIT_LOWERED : Kind.LIMIT_RAISED,
                        at.keyword("limits").keyword(limit),
                        limit + " " + size(before) + " to " + size(now));
            }
        }
    }

    private static String size(long limit) {
        return limit == Long.MAX_VALUE ? "any" : Long.toString(limit);
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
