package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {

    private static final JsonNode STACK = Templates.production("observability");
    private static final String PREFIX = "weir-production-";

    static Stream<String> expected() {
        return Stream.of(
                "server-errors",
                "latency",
                "auth-failures",
                "throttles",
                "stream-throttled",
                "failed-runs",
                "lake-stale",
                "accepted-minus-landed",
                "quarantine",
                "athena-bytes",
                "erased-in-part",
                "errors-collector",
                "errors-lake-writer",
                "errors-counters",
                "errors-counters-api",
                "errors-compactor",
                "errors-privacy",
                "errors-privacy-api",
                "errors-retention",
                "behind-lake-writer",
                "behind-counters",
                "failed-batches-lake-writer",
                "failed-batches-counters",
                "not-run-compactor",
                "not-run-privacy",
                "not-run-retention");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void rings(String name) {
        JsonNode alarm = alarms().filter(one -> one.path("AlarmName").asText().equals(PREFIX + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the alarm " + name + " is gone"));

        assertThat(alarm.at("/AlarmActions/0/Ref").asText())
                .as("tells somebody")
                .isEqualTo("Alarms");
        assertThat(alarm.path("AlarmDescription").asText()).endsWith("/incidents.md#" + name);
    }

    @Test
    void noneIsNotExpected() {
        assertThat(alarms().map(alarm -> alarm.path("AlarmName").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        expected().map(PREFIX::concat).toList());
    }

    @Test
    void eachHasASectionThatSaysWhatToDo() throws IOException {
        Set<String> sections = Files.readAllLines(Templates.root().resolve("docs/operations/incidents.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sections).containsExactlyInAnyOrderElementsOf(expected().toList());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"AuthFailures", "Throttled", "Landed", "Quarantined", "ErasedInPart"})
    void isCountedFromLogs(String metric) {
        assertThat(Templates.resource(STACK, metric)
                        .at("/Properties/MetricTransformations/0/MetricName")
                        .asText())
                .isEqualTo(metric);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"landed requestId=", "quarantined requestId="})
    void theLakeWriterStillWritesTheLinesThatAreCounted(String line) throws IOException {
        String log = Files.readString(
                Templates.root().resolve("functions/lake-writer/src/main/java/dev/weir/lakewriter/LandingLog.java"));

        assertThat(log).contains("\"" + line);
    }

    @Test
    void thePrivacyFunctionStillWritesTheLineThatIsCounted() throws IOException {
        String work = Files.readString(
                Templates.root().resolve("functions/privacy/src/main/java/dev/weir/privacy/Erasing.java"));

        assertThat(work).contains("\"erased requestId=%s product=%s status=%s ").contains("Status.PARTIAL");
    }

    @ParameterizedTest(name = "{0}: {1} s")
    @CsvSource({"compactor, 3600", "privacy, 900", "retention, 86400"})
    void missesARunOnlyAfterTheLongestOneCouldHaveEnded(String function, int seconds) {
        JsonNode alarm = alarms().filter(one -> one.path("AlarmName").asText().equals(PREFIX + "not-run-" + function))
                .findFirst()
                .orElseThrow();

        assertThat(alarm.path("Period").asInt()).isEqualTo(seconds);
        assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}: over {1} in {2} s")
    @CsvSource({
        "collector, 3, 300",
        "lake-writer, 3, 300",
        "compactor, 0, 3600",
        "privacy, 0, 900",
        "retention, 0, 86400"
    })
    void ringsForErrorsAsOftenAsTheFunctionRuns(String function, int threshold, int seconds) {
        JsonNode alarm = alarms().filter(one -> one.path("AlarmName").asText().equals(PREFIX + "errors-" + function))
                .findFirst()
                .orElseThrow();

        assertThat(alarm.path("Threshold").asInt(-1)).isEqualTo(threshold);
        assertThat(alarm.path("Period").asInt()).isEqualTo(seconds);
    }

    @Test
    void aMonthThatCostsTooMuchIsTold() {
        JsonNode budget = Templates.resource(STACK, "Budget").path("Properties");

        assertThat(budget.at("/Budget/BudgetLimit/Amount").asInt()).isEqualTo(500);
        assertThat(budget.path("NotificationsWithSubscribers")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"slo", "stream", "privacy"})
    void hasADashboard(String name) {
        assertThat(Templates.resources(STACK, "AWS::CloudWatch::Dashboard").values())
                .anySatisfy(dashboard -> assertThat(
                                dashboard.at("/Properties/DashboardName").asText())
                        .isEqualTo(PREFIX + name));
    }

    private static Stream<JsonNode> alarms() {
        return Templates.resources(STACK, "AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> alarm.path("Properties"));
    }
}
