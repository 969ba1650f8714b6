package dev.weir.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// Compares an answer with what it must be. An outcome lists what must match; an answer may say more.
public final class Expectation {

    private final List<String> differences = new ArrayList<>();

    private Expectation() {}

    /// What differs, in words; empty when the answer is as it must be.
    public static List<String> differences(JsonNode outcome, int status, JsonNode answer) {
        Expectation expectation = new Expectation();
        expectation.check("status", outcome.path("status").asText(), String.valueOf(status));
        expectation.results(outcome.path("results"), answer.path("results"));
        return List.copyOf(expectation.differences);
    }

    private void results(JsonNode expected, JsonNode actual) {
        if (expected.isMissingNode()) {
            return;
        }
        check("number of results", String.valueOf(expected.size()), String.valueOf(actual.size()));
        for (int i = 0; i < expected.size(); i++) {
            result("event " + i + " ", expected.get(i), actual.path(i));
        }
    }

    private void result(String at, JsonNode expected, JsonNode actual) {
        check(
                at + "status",
                expected.path("status").asText(),
                actual.path("status").asText());
        if (expected.has("reason")) {
            check(
                    at + "reason",
                    expected.path("reason").asText(),
                    actual.path("reason").asText());
        }
        if (expected.has("receipt")) {
            receipt(at + "receipt ", expected.path("receipt"), actual.path("receipt"));
        }
        for (JsonNode violation : expected.path("violations")) {
            boolean found = StreamSupport.stream(actual.path("violations").spliterator(), false)
                    .anyMatch(reported -> matches(violation, reported));
            if (!found) {
                differences.add(at + "should be told of a violation at "
                        + violation.path("pointer").asText() + ", was told of " + actual.path("violations"));
            }
        }
    }

    /// Single values are the same; of lists, all that is expected is there, at least.
    private void receipt(String at, JsonNode expected, JsonNode actual) {
        expected.forEachEntry((member, value) -> {
            if (!value.isArray()) {
                check(at + member, value.asText(), actual.path(member).asText());
            }
            value.forEach(one -> {
                if (actual.path(member).valueStream().noneMatch(one::equals)) {
                    differences.add(at + member + " should have " + one + ", was " + actual.path(member));
                }
            });
        });
    }

    private static boolean matches(JsonNode expected, JsonNode reported) {
        boolean sameMessage =
                !expected.has("message") || expected.get("message").equals(reported.get("message"));
        return sameMessage && expected.path("pointer").equals(reported.path("pointer"));
    }

    private void check(String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            differences.add(what + " should be " + expected + ", was " + (actual.isEmpty() ? "absent" : actual));
        }
    }
}
