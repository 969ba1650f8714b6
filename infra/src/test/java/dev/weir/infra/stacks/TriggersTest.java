package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.infra.environment.Enrichment;
import dev.weir.infra.functions.FunctionSpec;
import dev.weir.infra.functions.Functions;
import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What sets functions going, and under which conditions.
class TriggersTest {

    private static final JsonNode APP = Templates.production("app");

    static Stream<JsonNode> mappings() {
        return all("AWS::Lambda::EventSourceMapping", APP)
                .filter(mapping ->
                        Templates.text(mapping.path("EventSourceArn")).contains(":kinesis:"));
    }

    @Test
    void onlyMessagesThatFailedComeAgainAndFewAreTakenAtOnce() {
        JsonNode mapping = all("AWS::Lambda::EventSourceMapping", APP)
                .filter(one -> Templates.text(one.path("EventSourceArn")).endsWith(":weir-production-surge"))
                .findFirst()
                .orElseThrow();

        assertThat(mapping.at("/FunctionResponseTypes/0").asText()).isEqualTo("ReportBatchItemFailures");
        assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(2);
    }

    @Test
    void anEnvironmentWithoutTheQueueNeitherFillsNorDrainsIt() {
        JsonNode app = Templates.of("trial", "app");

        assertThat(all("AWS::Lambda::EventSourceMapping", app)).hasSize(2);
        assertThat(app.toString()).doesNotContain("WEIR_SURGE", "weir-trial-surge");
    }

    private static Stream<JsonNode> all(String type, JsonNode stack) {
        return Templates.resources(stack, type).values().stream().map(one -> one.path("Properties"));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void aBatchIsRetriedAsAWholeAndThenKept(JsonNode mapping) {
        assertThat(mapping.path("BisectBatchOnFunctionError").asBoolean(true)).isFalse();
        assertThat(mapping.path("FunctionResponseTypes").isMissingNode())
                .as("no partial failures")
                .isTrue();
        assertThat(mapping.path("ParallelizationFactor").asInt())
                .as("a shard in order")
                .isEqualTo(1);
        assertThat(mapping.path("MaximumRetryAttempts").asInt()).as("no limit").isEqualTo(-1);
        assertThat(mapping.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(Templates.text(mapping.at("/DestinationConfig/OnFailure/Destination")))
                .contains(":weir-production-failed-");
    }

    /// What is behind a batch that is given up is nearly as old, and must get its turn before the stream forgets it.
    @ParameterizedTest(name = "{0} hours in the stream: {1}")
    @CsvSource({"24, 22", "25, 23", "26, 24", "168, 24"})
    void aBatchIsGivenUpAfterADayOrTwoHoursBeforeTheStreamForgetsIt(int streamHours, int hours) {
        Options options = new Options(Duration.ofHours(streamHours), true, new Enrichment(null, null, null));

        assertThat(new Functions(new Names("production"), options)
                        .all().stream().flatMap(function -> function.batches().stream()))
                .hasSize(2)
                .allSatisfy(batches -> assertThat(batches.maximumAge()).isEqualTo(Duration.ofHours(hours)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"trial", "steady", "production", Templates.FIREWALL})
    void aMappingGivesUpBeforeItsOwnStreamForgets(String environment) {
        int keeps = all("AWS::Kinesis::Stream", Templates.of(environment, "data"))
                .findFirst()
                .orElseThrow()
                .path("RetentionPeriodHours")
                .asInt();

        assertThat(all("AWS::Lambda::EventSourceMapping", Templates.of(environment, "app"))
                        .map(mapping -> mapping.path("MaximumRecordAgeInSeconds"))
                        .filter(age -> !age.isMissingNode()))
                .hasSize(2)
                .allSatisfy(age -> assertThat(age.asInt()).isBetween(3_600, (keeps - 2) * 3_600));
    }

    @Test
    void theLakeWriterAndTheCountersReadTheStream() {
        assertThat(mappings().map(mapping -> Templates.text(mapping.path("EventSourceArn"))))
                .hasSize(2)
                .allMatch(arn -> arn.endsWith(":stream/weir-production-events"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/events",
                "OPTIONS /v1/events",
                "GET /health",
                "GET /v1/counters/{product}/{counter}",
                "POST /v1/privacy/requests",
                "GET /v1/privacy/requests/{id}"
            })
    void theApiHasTheRoute(String route) {
        assertThat(Templates.resources(APP, "AWS::ApiGatewayV2::Route").values())
                .anySatisfy(one ->
                        assertThat(one.at("/Properties/RouteKey").asText()).isEqualTo(route));
    }

    @Test
    void theApiLetsThroughWhatTheEnvironmentSays() {
        JsonNode settings = Templates.resources(APP, "AWS::ApiGatewayV2::Stage")
                .values()
                .iterator()
                .next()
                .at("/Properties/DefaultRouteSettings");

        assertThat(settings.path("ThrottlingRateLimit").asInt()).isEqualTo(2000);
        assertThat(settings.path("ThrottlingBurstLimit").asInt()).isEqualTo(4000);
    }

    @Test
    void theAccessLogKnowsNobody() {
        String line = Templates.resources(APP, "AWS::ApiGatewayV2::Stage")
                .values()
                .iterator()
                .next()
                .at("/Properties/AccessLogSettings/Format")
                .asText();

        assertThat(line).contains("$context.status").doesNotContain("identity", "sourceIp", "userAgent", "path\"");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "compactor-hours, cron(10 * * * ? *)",
                "compactor-days, cron(40 1 * * ? *)",
                "privacy-due, rate(5 minutes)",
                "retention-daily, cron(20 3 * * ? *)"
            })
    void aScheduleReportsWhatItCannotRun(String name, String expression) {
        JsonNode schedule = Templates.resources(APP, "AWS::Scheduler::Schedule").values().stream()
                .map(one -> one.path("Properties"))
                .filter(one -> one.path("Name").asText().equals("weir-production-" + name))
                .findFirst()
                .orElseThrow();

        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo(expression);
        assertThat(schedule.at("/Target/DeadLetterConfig/Arn/Fn::GetAtt/0").asText())
                .startsWith("FailedRuns");
        assertThat(Templates.resources(APP, "AWS::Lambda::EventInvokeConfig").values())
                .allSatisfy(config -> assertThat(
                                config.at("/Properties/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0")
                                        .asText())
                        .startsWith("FailedRuns"));
    }

    @Test
    void oneErasureAndOneRetentionRunsAtATime() {
        assertThat(Templates.resources(APP, "AWS::Lambda::Function").values().stream()
                        .map(function -> function.path("Properties"))
                        .filter(function -> function.has("ReservedConcurrentExecutions"))
                        .map(function -> function.path("FunctionName").asText() + " "
                                + function.path("ReservedConcurrentExecutions").asInt()))
                .containsExactlyInAnyOrder("weir-production-privacy 1", "weir-production-retention 1");
    }

    @Test
    void anErasureWaitsForLandingsThatDoNotKnowOfIt() {
        assertThat(Duration.parse(function("privacy")
                        .at("/Environment/Variables/WEIR_PRIVACY_SETTLE")
                        .asText()))
                .isGreaterThan(Duration.ofSeconds(
                        function("lake-writer").path("Timeout").asInt()));
    }

    @Test
    void functionsAreNativeOnArm() {
        assertThat(Templates.resources(APP, "AWS::Lambda::Function").values())
                .hasSize(Templates.deployment("production").functions().size())
                .allSatisfy(function -> {
                    assertThat(function.at("/Properties/Runtime").asText()).isEqualTo("provided.al2023");
                    assertThat(function.at("/Properties/Architectures/0").asText())
                            .isEqualTo("arm64");
                });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"production, 0", "steady, 5"})
    void theCollectorIsKeptWarmWhereTheEnvironmentSaysSo(String environment, int instances) {
        assertThat(Templates.resources(Templates.of(environment, "app"), "AWS::Lambda::Alias").values().stream()
                        .mapToInt(alias -> alias.at(
                                        "/Properties/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions")
                                .asInt())
                        .sum())
                .isEqualTo(instances);
    }

    @ParameterizedTest(name = "{0}: {1}, {2} shards")
    @CsvSource({"production, ON_DEMAND, 0", "steady, PROVISIONED, 4", "trial, PROVISIONED, 1"})
    void theStreamHasTheCapacityThatTheEnvironmentSays(String environment, String mode, int shards) {
        JsonNode stream = Templates.resources(Templates.of(environment, "data"), "AWS::Kinesis::Stream")
                .values()
                .iterator()
                .next()
                .path("Properties");

        assertThat(stream.at("/StreamModeDetails/StreamMode").asText()).isEqualTo(mode);
        assertThat(stream.path("ShardCount").asInt()).isEqualTo(shards);
    }

    @Test
    void everyPackagedFunctionIsDeployed() throws IOException {
        List<String> deployed = Templates.deployment("production").functions().stream()
                .map(FunctionSpec::size)
                .map(FunctionSpec.Size::zip)
                .toList();

        try (Stream<Path> rooms = Files.list(Templates.root().resolve("functions"))) {
            List<String> packaged = rooms.filter(TriggersTest::isFunction)
                    .map(room -> room.getFileName().toString())
                    .toList();
            assertThat(deployed).as("a function without a row in Functions").containsAll(packaged);
        }
    }

    @Test
    void aQueryThatWouldScanTooMuchIsStopped() {
        JsonNode workgroup =
                Templates.resource(Templates.production("data"), "Analysts").at("/Properties/WorkGroupConfiguration");

        assertThat(workgroup.path("BytesScannedCutoffPerQuery").asLong()).isEqualTo(100_000_000_000L);
        assertThat(workgroup.path("EnforceWorkGroupConfiguration").asBoolean()).isTrue();
    }

    private static JsonNode function(String name) {
        return Templates.resources(APP, "AWS::Lambda::Function").values().stream()
                .map(function -> function.path("Properties"))
                .filter(function -> function.path("FunctionName").asText().equals("weir-production-" + name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFunction(Path room) {
        try {
            Path pom = room.resolve("pom.xml");
            return Files.exists(pom) && Files.readString(pom).matches("(?s).*quarkus-(funqy-)?amazon-lambda<.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
