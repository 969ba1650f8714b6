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

/// The operator's commands against a stand-in for the AWS CLI, which notes what it is asked and answers from files.
class OpsTest {

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void release() throws IOException {
        ops = Ops.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release",
                "doctor",
                "plan",
                "deploy",
                "outputs",
                "smoke",
                "rollback",
                "replay",
                "keys",
                "cost",
                "destroy"
            })
    void everyCommandSaysHowItIsUsed(String command) throws Exception {
        Ops.Run run = ops.run(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.output()).startsWith("infra/ops " + command).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "plan", "deploy", "outputs", "smoke", "rollback", "replay", "destroy"})
    void saysWhichEnvironmentsThereAreBeforeItSpeaksToAws(String command) throws Exception {
        Ops.Run run = ops.run(command, "elsewhere");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("has no environment 'elsewhere'").contains("it has:  production");
        assertThat(ops.calls()).isEmpty();
    }

    @Test
    void saysThatTheAwsCliIsMissing() throws Exception {
        ops.withoutAws();

        Ops.Run run = ops.run("plan", "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("needs the AWS CLI, version 2");
    }

    @Test
    void saysThatNobodyIsLoggedIn() throws Exception {
        ops.answers("sts get-caller-identity", "!255");

        Ops.Run run = ops.run("plan", "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("AWS does not know you").contains("aws sso login");
    }

    @Test
    void planShowsChangesAndMakesNone() throws Exception {
        ops.answers("describe-change-set", "Modify\tFalse\tAWS::Lambda::Function\tcollector");

        Ops.Run run = ops.run("plan", "production");

        assertThat(run.errors()).contains("Modify\tFalse\tAWS::Lambda::Function\tcollector");
        assertThat(run.status()).isZero();
        assertThat(ops.calls()).noneMatch(call -> call.contains("execute-change-set"));
        // Of each stack the one that may be left over, and its own.
        assertThat(ops.calls())
                .filteredOn(call -> call.contains("delete-change-set"))
                .hasSize(6);
    }

    @ParameterizedTest(name = "{0} {1} of a {2}")
    @CsvSource({
        "Modify, True, AWS::S3::Bucket",
        "Modify, Conditional, AWS::Kinesis::Stream",
        "Remove, None, AWS::DynamoDB::Table",
        "Modify, True, AWS::KMS::Key"
    })
    void refusesWhatWouldCostData(String action, String replacement, String type) throws Exception {
        ops.answers("describe-change-set", action + "\t" + replacement + "\t" + type + "\tTheOne");

        Ops.Run plan = ops.run("plan", "production");
        Ops.Run deploy = ops.run("deploy", "production", "--yes");

        assertThat(plan.status()).isEqualTo(2);
        assertThat(deploy.status()).isEqualTo(2);
        assertThat(deploy.errors()).contains("refused").contains("TheOne");
        assertThat(ops.calls()).noneMatch(call -> call.contains("execute-change-set"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "doctor"})
    void aRestApiNeedsARoleForItsLogAndSaysHowItIsMade(String command) throws Exception {
        ops.releases("app.json", "{\"Type\":\"AWS::ApiGateway::Stage\"}");
        ops.answers("apigateway get-account", "None");

        Ops.Run run = ops.run(command, "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .contains("a REST API needs one")
                .contains("aws apigateway update-account --region eu-central-1")
                .contains("arn:aws:iam::123456789012:role/apigateway-logs");
        assertThat(ops.calls()).noneMatch(call -> call.contains("change-set") || call.contains("s3 sync"));
    }

    @Test
    void aRestApiIsDeployedWhereTheRoleIsThere() throws Exception {
        ops.releases("app.json", "{\"Type\":\"AWS::ApiGateway::Stage\"}");
        ops.answers("apigateway get-account", "arn:aws:iam::123456789012:role/logs");

        assertThat(ops.run("deploy", "production", "--yes").errors()).contains("deployed");
    }

    @Test
    void anHttpApiNeedsNoRoleForItsLog() throws Exception {
        ops.releases("app.json", "{\"Type\":\"AWS::ApiGatewayV2::Stage\"}");

        assertThat(ops.run("deploy", "production", "--yes").status()).isZero();
        assertThat(ops.calls()).noneMatch(call -> call.contains("apigateway"));
    }

    @Test
    void deploysStacksInOrderAndProtectsThem() throws Exception {
        ops.answers("describe-change-set", "Modify\tFalse\tAWS::Lambda::Function\tcollector");

        Ops.Run run = ops.run("deploy", "production", "--yes", "--alarm-email", "me@example.com");

        assertThat(run.errors()).contains("deployed; events go to https://api.example/v1/events");
        assertThat(run.status()).isZero();
        assertThat(ops.calls().stream()
                        .filter(call -> call.contains("execute-change-set"))
                        .map(call -> call.replaceFirst(".*--stack-name ", "").replaceFirst(" .*", "")))
                .containsExactly("weir-production-data", "weir-production-app", "weir-production-observability");
        assertThat(ops.calls())
                .filteredOn(call -> call.contains("--enable-termination-protection"))
                .hasSize(3);
        assertThat(ops.calls())
                .anyMatch(call -> call.contains("ParameterKey=AlarmEmail,ParameterValue=me@example.com"));
    }

    @Test
    void makesTheViewsAfterTheDataThatTheyAreOf() throws Exception {
        ops.run("deploy", "production", "--yes");

        assertThat(ops.sentToAthena())
                .containsExactly(
                        "create or replace view later as\nselect * from thedata",
                        "create or replace view thedata as\nselect ';' as a");
        assertThat(ops.calls()).anyMatch(call -> call.contains("put-parameter --name /weir/production/views"));
    }

    @Test
    void triesAViewOfALaterOneAgain() throws Exception {
        ops.athenaRefusesOnce();

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("made 2 views");
        assertThat(ops.sentToAthena()).hasSize(3);
    }

    @Test
    void saysWhichViewCannotBeMade() throws Exception {
        ops.answers("QueryExecution.Status.State ", "FAILED");
        ops.answers("StateChangeReason", "no such column");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("2 views could not be made").contains("no such column");
    }

    @Test
    void rollsBackWhatRunsAndNoData() throws Exception {
        ops.answers("describe-change-set", "Modify\tFalse\tAWS::Lambda::Function\tcollector");
        ops.answers("release-before", "2026-01-01T000000Z");

        Ops.Run run = ops.run("rollback", "production", "--yes");

        assertThat(run.errors()).contains("rolled back to 2026-01-01T000000Z");
        assertThat(ops.calls())
                .filteredOn(call -> call.contains("create-change-set"))
                .hasSize(2)
                .allMatch(call -> call.contains("/releases/2026-01-01T000000Z/"))
                .noneMatch(call -> call.contains("-data "));
    }

    @Test
    void saysThatThereIsNoReleaseBefore() throws Exception {
        ops.answers("release-before", "!254");

        assertThat(ops.run("rollback", "production").errors()).contains("there is no release before this one");
    }

    @Test
    void removesWhatRunsAndKeepsTheData() throws Exception {
        Ops.Run run = ops.typing("y\n").run("destroy", "production");

        assertThat(run.errors()).contains("the data is still there");
        assertThat(ops.calls().stream()
                        .filter(call -> call.contains("delete-stack"))
                        .map(call -> call.replaceFirst(".*--stack-name ", "")))
                .containsExactly("weir-production-observability", "weir-production-app");
        assertThat(ops.calls()).noneMatch(call -> call.matches(".*(delete-bucket|delete-table|delete-stream).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "productio\n", "\n", ""})
    void removesDataOnlyIfTheNameIsTyped(String typed) throws Exception {
        Ops.Run run = ops.typing(typed).run("destroy", "production", "--with-data");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("nothing was changed");
        assertThat(ops.calls()).noneMatch(call -> call.contains("delete"));
    }

    @Test
    void removesDataIfTheNameIsTyped() throws Exception {
        Ops.Run run = ops.typing("production\n").run("destroy", "production", "--with-data");

        assertThat(run.status()).isZero();
        assertThat(ops.calls())
                .anyMatch(call -> call.contains("delete-bucket --bucket weir-production-lake-123456789012"));
        assertThat(ops.calls()).anyMatch(call -> call.contains("kinesis delete-stream"));
        assertThat(ops.calls())
                .filteredOn(call -> call.contains("delete-table"))
                .extracting(call -> call.replaceFirst(".*--table-name ", ""))
                .containsExactly(
                        "weir-production-counters",
                        "weir-production-intake",
                        "weir-production-privacy",
                        "weir-production-objections");
    }

    @Test
    void clearsAwayAStackThatCouldNotBeMade() throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-data", "ROLLBACK_COMPLETE");
        ops.answers("describe-change-set", "Add\tNone\tAWS::Kinesis::Stream\tEvents");

        ops.run("deploy", "production", "--yes");

        assertThat(ops.calls())
                .anyMatch(call -> call.contains("delete-stack --stack-name weir-production-data"))
                .anyMatch(call -> call.contains("--change-set-type CREATE"));
    }

    @Test
    void outputsSayWhereThingsAre() throws Exception {
        assertThat(ops.run("outputs", "production").output())
                .contains("url=https://api.example/v1/events")
                .contains("lake-bucket=weir-production-lake-123456789012")
                .contains("database=weir_production");
    }

    @Test
    void doctorIsContentWithWhatIsDeployed() throws Exception {
        Ops.Run run = ops.run("doctor", "production");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).doesNotContain("to do", "wrong");
    }

    @Test
    void doctorSaysWhatIsMissing() throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-app", "!255");

        Ops.Run run = ops.run("doctor", "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("to do stack app is not there; 'infra/ops deploy production' makes it");
    }
}
