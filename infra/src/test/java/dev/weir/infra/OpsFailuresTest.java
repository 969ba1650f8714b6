package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Stacks that could not be made or updated: what is said of them, and what the next command makes of it.
class OpsFailuresTest {

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void release() throws IOException {
        ops = Ops.in(folder);
        ops.answers("describe-change-set", "Modify\tFalse\tAWS::Lambda::Function\tcollector");
    }

    @ParameterizedTest
    @CsvSource({"deploy, 2026-02-02T000000Z", "rollback, 2026-01-01T000000Z"})
    void remembersTheReleaseWhoseFunctionsRunThoughItsAlarmsFailed(String command, String running) throws Exception {
        ops.answers("release-before --query", "2026-01-01T000000Z");
        ops.answers("wait stack-update-complete --stack-name weir-production-observability", "!255");

        Ops.Run run = ops.run(command, "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(ops.calls())
                .anyMatch(call -> call.matches(
                        ".*put-parameter --name /weir/production/release-before .*--value 2026-01-31T000000Z"))
                .anyMatch(call -> call.matches(".*put-parameter --name /weir/production/release .*--value " + running));
    }

    @Test
    void remembersNoReleaseWhoseFunctionsDoNotRun() throws Exception {
        ops.answers("wait stack-update-complete --stack-name weir-production-app", "!255");

        ops.run("deploy", "production", "--yes");

        assertThat(ops.calls()).noneMatch(call -> call.contains("put-parameter --name /weir/production/release"));
    }

    @Test
    void saysWhatWentWrongAndNotWhatWasCancelledForIt() throws Exception {
        ops.answers("wait stack-update-complete", "!255");
        ops.answers("describe-stacks --stack-name weir-production-data --query", "UPDATE_ROLLBACK_COMPLETE");
        ops.answers("describe-stack-events", """
                weir-production-data\tUPDATE_ROLLBACK_COMPLETE\tNone
                Intake\tUPDATE_FAILED\tResource update cancelled
                Lake\tCREATE_FAILED\tResource creation cancelled
                Audit\tCREATE_FAILED\tResource creation cancelled
                Exports\tCREATE_FAILED\tResource creation cancelled
                Failed\tCREATE_FAILED\tResource creation cancelled
                Counters\tUPDATE_FAILED\tAnother table is being changed
                Events\tUPDATE_FAILED\tShards are limited
                to 500
                Events\tUPDATE_IN_PROGRESS\tNone
                weir-production-data\tUPDATE_IN_PROGRESS\tUser Initiated
                Events\tUPDATE_FAILED\tWhat was wrong a month ago
                weir-production-data\tUPDATE_IN_PROGRESS\tUser Initiated""");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .contains("  Events: Shards are limited to 500\n  Counters: Another table is being changed\n")
                .doesNotContain("cancelled", "a month ago")
                .contains("weir-production-data is back at what it was (UPDATE_ROLLBACK_COMPLETE)");
    }

    @Test
    void saysHowAStackFailedAlsoWhenItsEventsCannotBeRead() throws Exception {
        ops.answers("wait stack-update-complete", "!255");
        ops.answers("describe-stack-events", "!254 Rate exceeded");

        assertThat(ops.run("deploy", "production", "--yes").errors())
                .contains("its events cannot be read")
                .contains("weir-production-data is neither what it was nor what it is to be (UPDATE_COMPLETE)");
    }

    @Test
    void saysThatAStackWhichCouldNotBeMadeIsClearedAwayByTheNextDeployment() throws Exception {
        ops.answers("wait stack-create-complete", "!255");
        ops.answers("describe-stacks --stack-name weir-production-releases", "ROLLBACK_COMPLETE");
        ops.answers("describe-stack-events", "Bucket\tCREATE_FAILED\tweir-production-releases is taken");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .contains("Bucket: weir-production-releases is taken")
                .contains("weir-production-releases could not be made (ROLLBACK_COMPLETE)")
                .contains("deploy again, which clears it away first");
    }

    @Test
    void clearsAwayTheBucketOfReleasesThatCouldNotBeMade() throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-releases", "ROLLBACK_COMPLETE");

        assertThat(ops.run("deploy", "production", "--yes").status()).isZero();

        assertThat(ops.calls().stream()
                        .filter(call -> call.contains("weir-production-releases") && !call.contains("describe"))
                        .map(call -> call.replaceFirst("--region eu-central-1 (\\w+ [\\w-]+) .*", "$1")))
                .startsWith(
                        "cloudformation update-termination-protection",
                        "cloudformation delete-stack",
                        "cloudformation wait",
                        "cloudformation create-stack",
                        "cloudformation wait",
                        "s3 sync");
    }

    @Test
    void doctorSaysWhatToDoWithAStackThatCouldNotBeMade() throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-data", "ROLLBACK_COMPLETE");

        Ops.Run run = ops.run("doctor", "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .contains("wrong stack data could not be made (ROLLBACK_COMPLETE)")
                .contains("'infra/ops deploy production' clears it away and makes it again")
                .contains("to do write-keys.json is not there")
                .contains("to do there are no pseudonym keys");
        assertThat(ops.calls()).noneMatch(call -> call.contains("list-objects") || call.contains("secretsmanager"));
    }

    @Test
    void doctorTakesAStackThatHasOnlyBeenPlannedForNone() throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-app", "REVIEW_IN_PROGRESS");

        assertThat(ops.run("doctor", "production").errors()).contains("to do stack app is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS", "CREATE_FAILED", "DELETE_IN_PROGRESS", "!254"})
    void outputsAreThoseOfAStackThatWasMade(String status) throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-app --query Stacks[0].StackStatus", status);

        Ops.Run run = ops.run("outputs", "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("production is not deployed; 'infra/ops deploy production' does it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_ROLLBACK_COMPLETE", "UPDATE_IN_PROGRESS"})
    void outputsAreAlsoThoseOfAStackThatCouldNotBeUpdated(String status) throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-app --query Stacks[0].StackStatus", status);

        assertThat(ops.run("outputs", "production").output()).contains("url=https://api.example/v1/events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outputs", "smoke"})
    void aStackWithoutAUrlIsNotAskedForOne(String command) throws Exception {
        ops.answers("Outputs[?OutputKey=='Url']", "None");

        Ops.Run run = ops.typing("key\n\n\n").run(command, "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("weir-production-app has no Url: it is not deployed");
    }
}
