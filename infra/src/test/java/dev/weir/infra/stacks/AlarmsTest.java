package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
                "erasure-overdue",
                "retention-left",
                "surge-waiting",
                "surge-dead",
                "surge-expired",
                "errors-surge",
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
    void aFirewallThatTurnsManyAwayRings() {
        assertThat(alarms(Templates.of(Templates.FIREWALL, "observability"))
                        .map(alarm -> alarm.path("AlarmName").asText().replaceFirst("^weir-firewall-", "")))
                .containsExactlyInAnyOrderElementsOf(everywhere().toList());
    }

    /// What an environment may have, of all switches.
    private static Stream<String> everywhere() {
        return Stream.concat(expected(), Stream.of("turned-away"));
    }

    @Test
    void eachHasASectionThatSaysWhatToDo() throws IOException {
        Set<String> sections = Files.readAllLines(Templates.root().resolve("docs/operations/incidents.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sections).containsExactlyInAnyOrderElementsOf(everywhere().toList());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "AuthFailures",
                "Throttled",
                "Landed",
                "Quarantined",
                "ErasedInPart",
                "OverdueErasures",
                "RetentionLeft",
                "Queued",
                "ExpiredInQueue"
            })
    void isCountedFromLogs(String metric) {
        assertThat(Templates.resource(STACK, metric)
                        .at("/Properties/MetricTransformations/0/MetricName")
                        .asText())
                .isEqualTo(metric);
    }

    /// Lines as the functions write them; CloudWatch counts a line that has every term between quotes.
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(
                        "Landed",
                        "lake-writer/src/main/java/dev/weir/lakewriter/LandingLog.java",
                        "landed requestId=1"),
                Arguments.of(
                        "Quarantined",
                        "lake-writer/src/main/java/dev/weir/lakewriter/LandingLog.java",
                        "quarantined requestId=1"),
                Arguments.of(
                        "ErasedInPart",
                        "privacy/src/main/java/dev/weir/privacy/Erasing.java",
                        "erased requestId=1 product=p status=PARTIAL"),
                Arguments.of(
                        "OverdueErasures",
                        "privacy/src/main/java/dev/weir/privacy/Overdue.java",
                        "overdue requestId=1 product=p status=RUNNING"),
                Arguments.of(
                        "RetentionLeft",
                        "retention/src/main/java/dev/weir/retention/RetentionLog.java",
                        "retention left requestId=1 status=unfinished waiting=0"),
                Arguments.of(
                        "Queued",
                        "collector/src/main/java/dev/weir/collector/EventsEndpoint.java",
                        "batch queued product=p"),
                Arguments.of("ExpiredInQueue", "surge/src/main/java/dev/weir/surge/Surge.java", "expired messageId=1"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("lines")
    void countsALineThatAFunctionStillWrites(String metric, String source, String line) throws IOException {
        String pattern = Templates.resource(STACK, metric)
                .at("/Properties/FilterPattern")
                .asText();
        List<String> terms = Pattern.compile("\"([^\"]+)\"")
                .matcher(pattern)
                .results()
                .map(term -> term.group(1))
                .toList();
        String code = Files.readString(Templates.root().resolve("functions").resolve(source));

        assertThat(terms).isNotEmpty().allMatch(line::contains);
        assertThat(code).as("the words of the line").contains("\"" + line.replaceFirst("=.*", "=%s"));
    }

    @Test
    void anEnvironmentWithoutTheQueueHasNoAlarmsAboutIt() {
        assertThat(Templates.of("trial", "observability").toString()).doesNotContain("surge-", "ExpiredInQueue");
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

    /// SQS leaves messages that were received more than three times out of the age of the oldest one, and those of a
    /// stream
    /// that goes on refusing are.
    @Test
    void ringsForWhatWaitsInTheQueueHoweverOftenItWasReceived() {
        JsonNode alarm = alarms().filter(one -> one.path("AlarmName").asText().equals(PREFIX + "surge-waiting"))
                .findFirst()
                .orElseThrow();
        List<JsonNode> measured = alarm.path("Metrics")
                .valueStream()
                .map(metric -> metric.path("MetricStat"))
                .filter(metric -> !metric.isMissingNode())
                .toList();

        assertThat(measured)
                .extracting(metric -> metric.at("/Metric/MetricName").asText())
                .containsExactlyInAnyOrder(
                        "ApproximateNumberOfMessagesVisible", "ApproximateNumberOfMessagesNotVisible");
        assertThat(measured).allSatisfy(metric -> {
            assertThat(metric.at("/Metric/Dimensions/0/Value").asText()).isEqualTo("weir-production-surge");
            assertThat(metric.path("Period").asInt()
                            * alarm.path("EvaluationPeriods").asInt())
                    .isEqualTo(15 * 60);
        });
        assertThat(alarm.path("Metrics")
                        .valueStream()
                        .map(metric -> metric.path("Expression").asText()))
                .contains("visible + hidden");
        assertThat(alarm.path("Threshold").asInt(-1)).isZero();
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
        return alarms(STACK);
    }

    private static Stream<JsonNode> alarms(JsonNode stack) {
        return Templates.resources(stack, "AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> alarm.path("Properties"));
    }
}
