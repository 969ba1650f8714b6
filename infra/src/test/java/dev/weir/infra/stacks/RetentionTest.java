package dev.weir.infra.stacks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.infra.environment.Enrichment;
import dev.weir.infra.functions.FunctionSpec;
import dev.weir.infra.functions.Functions;
import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Options;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How long everything stays: what holds events goes within 7 days or is reached by erasure, and the audit log stays.
class RetentionTest {

    private static final JsonNode DATA = Templates.production("data");

    @ParameterizedTest(name = "{0} goes within 7 days")
    @ValueSource(strings = {"Quarantine", "Failed", "Results", "Exports"})
    void goesWithinAWeek(String bucket) {
        JsonNode rule = rule(bucket, "within-a-week");

        assertThat(rule.path("ExpirationInDays").asInt())
                .as("S3 rounds up to the next midnight")
                .isBetween(1, 6);
        assertThat(bucket(bucket).path("VersioningConfiguration").isMissingNode())
                .as("an old version would stay")
                .isTrue();
    }

    @Test
    void oldVersionsInTheLakeGoWithinAWeek() {
        assertThat(rule("Lake", "old-versions")
                        .at("/NoncurrentVersionExpiration/NoncurrentDays")
                        .asInt())
                .isBetween(1, 6);
    }

    @ParameterizedTest(name = "unfinished uploads to {0} go")
    @ValueSource(strings = {"Lake", "Quarantine", "Failed", "Results", "Settings", "Exports"})
    void unfinishedUploadsGo(String bucket) {
        assertThat(rule(bucket, "unfinished-uploads")
                        .at("/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void unfinishedUploadsToTheReleasesGo() {
        JsonNode releases = bucket(Templates.production("releases"), "Releases");
        assertThat(releases.at("/LifecycleConfiguration/Rules").valueStream())
                .anySatisfy(rule -> assertThat(rule.at("/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                                .asInt())
                        .isEqualTo(1));
    }

    @ParameterizedTest(name = "{1} keeps what was overwritten or deleted")
    @CsvSource({"data, Lake", "data, Settings", "data, Audit", "releases, Releases"})
    void keepsOldVersions(String stack, String bucket) {
        assertThat(bucket(Templates.production(stack), bucket)
                        .at("/VersioningConfiguration/Status")
                        .asText())
                .isEqualTo("Enabled");
    }

    @Test
    void theStreamForgetsWithinAWeek() {
        assertThat(only("AWS::Kinesis::Stream").path("RetentionPeriodHours").asInt())
                .as("stream of events")
                .isBetween(24, 168);
    }

    @Test
    void answersToSendersAreNotInBackups() {
        assertThat(recovery("intake")).isFalse();
    }

    @ParameterizedTest(name = "{0} can be restored for {1} days")
    @CsvSource({"counters, 35", "privacy, 6", "objections, 6"})
    void canBeRestored(String table, int days) {
        assertThat(recovery(table)).isTrue();
        assertThat(table(table)
                        .at("/PointInTimeRecoverySpecification/RecoveryPeriodInDays")
                        .asInt())
                .isEqualTo(days);
    }

    @ParameterizedTest(name = "{0} hours in the stream, with a queue: {1}")
    @CsvSource({"24, false", "168, false", "24, true", "168, true"})
    void anErasureIsClosedOnlyWhenNothingCanBeOnItsWayAnyMore(int streamHours, boolean queue) {
        Options options = new Options(Duration.ofHours(streamHours), queue, new Enrichment(null, null, null));
        FunctionSpec privacy = new Functions(new Names("production"), options)
                .all().stream()
                        .filter(function -> function.name().equals("privacy"))
                        .findFirst()
                        .orElseThrow();

        assertThat(Duration.parse(requireNonNull(privacy.knows().environment().get("WEIR_PRIVACY_IN_FLIGHT"))))
                .isGreaterThan(Duration.ofHours(streamHours).plusDays(queue ? 4 : 0));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"SurgeQueue", "SurgeDeadQueue"})
    void queuesOfEventsForgetWithinFourDays(String id) {
        List<JsonNode> queues = Templates.resources(DATA, "AWS::SQS::Queue").entrySet().stream()
                .filter(queue -> queue.getKey().startsWith(id))
                .map(queue -> queue.getValue())
                .toList();

        assertThat(queues).singleElement().satisfies(queue -> {
            assertThat(queue.at("/Properties/MessageRetentionPeriod").asInt()).isEqualTo(345_600);
            assertThat(queue.at("/Properties/KmsMasterKeyId").isMissingNode()).isFalse();
            assertThat(queue.path("DeletionPolicy").asText()).startsWith("Retain");
        });
    }

    /// Else a request would be complete while a collector still goes by an older list.
    @Test
    void objectionsWaitForAsLongAsACollectorMayHoldItsList() {
        List<String> holds = new Functions(
                        new Names("production"),
                        new Options(Duration.ofHours(24), true, new Enrichment(null, null, null)))
                .all().stream()
                        .map(function -> function.knows().environment().get("WEIR_OBJECTIONS_HOLD"))
                        .filter(Objects::nonNull)
                        .toList();

        assertThat(holds).hasSize(2);
        assertThat(Set.copyOf(holds)).hasSize(1);
    }

    @Test
    void theDrainKnowsHowLongTheQueueKeeps() {
        assertThat(Templates.resources(Templates.production("app"), "AWS::Lambda::Function")
                        .values())
                .anySatisfy(function -> assertThat(function.at("/Properties/Environment/Variables/WEIR_SURGE_KEEPS")
                                .asText())
                        .isEqualTo("PT96H"));
    }

    @Test
    void erasuresKnowHowLongTheStreamAndTheQueueKeep() {
        Duration kept = Duration.ofHours(
                only("AWS::Kinesis::Stream").path("RetentionPeriodHours").asInt());

        assertThat(Templates.resources(Templates.production("app"), "AWS::Lambda::Function")
                        .values())
                .anySatisfy(
                        function -> assertThat(function.at("/Properties/Environment/Variables/WEIR_PRIVACY_IN_FLIGHT")
                                        .asText())
                                .isEqualTo(kept.plusDays(4).plusHours(1).toString()));
    }

    @ParameterizedTest(name = "{0}: {1} for {2} days")
    @CsvSource({"production, COMPLIANCE, 2555", "trial, GOVERNANCE, 365"})
    void theAuditLogIsLocked(String environment, String mode, int days) {
        JsonNode audit = bucket(Templates.of(environment, "data"), "Audit");

        assertThat(audit.path("ObjectLockEnabled").asBoolean()).as("audit").isTrue();
        assertThat(audit.at("/ObjectLockConfiguration/Rule/DefaultRetention/Mode")
                        .asText())
                .as("audit")
                .isEqualTo(mode);
        assertThat(audit.at("/ObjectLockConfiguration/Rule/DefaultRetention/Days")
                        .asInt())
                .isEqualTo(days);
    }

    static Stream<Arguments> logs() {
        return Templates.resources(Templates.production("app"), "AWS::Logs::LogGroup").values().stream()
                .map(log -> log.path("Properties"))
                .map(log -> Arguments.of(log.path("LogGroupName").asText(), log));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void logIsKeptForAsLongAsTheEnvironmentSays(String name, JsonNode log) {
        assertThat(log.path("RetentionInDays").asInt()).isEqualTo(30);
    }

    @Test
    void everyFunctionHasALogOfItsOwnBeforeItRuns() {
        assertThat(logs())
                .hasSize(Templates.deployment("production").functions().size() + 1);
    }

    @Test
    void failedRunsAreKeptForAWeek() {
        assertThat(Templates.resources(Templates.production("app"), "AWS::SQS::Queue")
                        .values())
                .singleElement()
                .satisfies(queue -> assertThat(
                                queue.at("/Properties/MessageRetentionPeriod").asInt())
                        .isEqualTo(604_800));
    }

    private static boolean recovery(String table) {
        return table(table)
                .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                .asBoolean();
    }

    private static JsonNode table(String table) {
        return Templates.resources(DATA, "AWS::DynamoDB::Table").values().stream()
                .map(one -> one.path("Properties"))
                .filter(one -> one.path("TableName").asText().endsWith("-" + table))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode rule(String bucket, String id) {
        return bucket(bucket)
                .at("/LifecycleConfiguration/Rules")
                .valueStream()
                .filter(rule -> rule.path("Id").asText().equals(id))
                .filter(rule -> rule.path("Status").asText().equals("Enabled"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode bucket(String name) {
        return bucket(DATA, name);
    }

    private static JsonNode bucket(JsonNode stack, String name) {
        return Templates.resources(stack, "AWS::S3::Bucket").entrySet().stream()
                .filter(bucket -> bucket.getKey().startsWith(name + "Bucket"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow()
                .path("Properties");
    }

    private static JsonNode only(String type) {
        Map<String, JsonNode> found = Templates.resources(DATA, type);
        assertThat(found).hasSize(1);
        return found.values().iterator().next().path("Properties");
    }
}
