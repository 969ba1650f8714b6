package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/// Compares why, from whom, how much and for how long an event is collected.
final class PolicyComparison {

    private static final int ALL = 100;

    private final Changes changes;

    PolicyComparison(Changes changes) {
        this.changes = changes;
    }

    void compare(JsonNode released, JsonNode current, At at) {
        word(Kind.PURPOSE_CHANGED, "purpose", released, current, at);
        word(Kind.CATEGORY_CHANGED, "category", released, current, at);
        sources(
                Released.texts(released.path("sources")),
                Released.texts(current.path("sources")),
                at.keyword("x-weir-sources"));
        sampling(
                released.path("sampling").asInt(ALL),
                current.path("sampling").asInt(ALL),
                at.keyword("x-weir-sampling"));
        if (!released.path("retention").equals(current.path("retention"))) {
            retention(released, current, at.keyword("x-weir-retention"));
        }
    }

    private void word(Kind kind, String term, JsonNode released, JsonNode current, At at) {
        String before = released.path(term).asText();
        String now = current.path(term).asText();
        if (!before.equals(now)) {
            changes.add(kind, at.keyword("x-weir-" + term), before + " to " + now);
        }
    }

    private void sources(Set<String> before, Set<String> now, At at) {
        now.stream()
                .filter(source -> !before.contains(source))
                .forEach(source -> changes.add(Kind.SOURCE_ADDED, at, source));
        before.stream()
                .filter(source -> !now.contains(source))
                .forEach(source -> changes.add(Kind.SOURCE_REMOVED, at, source));
    }

    private void sampling(int before, int now, At at) {
        if (before != now) {
            Kind kind = now > before ? Kind.SAMPLING_RAISED : Kind.SAMPLING_LOWERED;
            changes.add(kind, at, before + " to " + now + " of a hundred");
        }
    }

    private void retention(JsonNode released, JsonNode current, At at) {
        changes.add(kind(Long.compare(days(current), days(released))), at, label(released) + " to " + label(current));
    }

    private static Kind kind(int longer) {
        if (longer == 0) {
            return Kind.RETENTION_RENAMED;
        }
        return longer > 0 ? Kind.RETENTION_LENGTHENED : Kind.RETENTION_SHORTENED;
    }

    private static String label(JsonNode event) {
        return event.path("retention").asText() + " (" + event.path("keep").asText() + ")";
    }

    /// How long an event is kept.
    static long days(JsonNode event) {
        return LocalDate.EPOCH.plus(Period.parse(event.path("keep").asText())).toEpochDay();
    }
}
