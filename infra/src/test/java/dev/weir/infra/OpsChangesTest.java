package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Change sets: what is left over of them, what cannot be read, and what they are made with.
class OpsChangesTest {

    private static final String UNFETCHED = "!254 An error occurred (ValidationError) when calling the CreateChangeSet"
            + " operation: Unable to fetch parameters [/weir/production/data-key-arn, /weir/production/api-id] from"
            + " parameter store for this account.";

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void release() throws IOException {
        ops = Ops.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_COMPLETE", "REVIEW_IN_PROGRESS"})
    void removesTheChangeSetThatAnInterruptedCommandHasLeft(String status) throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-data", status);

        ops.run("plan", "production");

        assertThat(changeSets("data")).startsWith("delete", "create");
    }

    @Test
    void doesNotMindThatNoChangeSetIsLeft() throws Exception {
        ops.answers("describe-change-set", "Modify\tFalse\tAWS::Lambda::Function\tcollector");
        ops.answers("delete-change-set", "!254 ChangeSetNotFound");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).doesNotContain("ChangeSetNotFound");
    }

    @Test
    void looksForNoChangeSetWhereThereIsNoStack() throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-data", "!254");

        ops.run("plan", "production");

        assertThat(changeSets("data")).startsWith("create");
    }

    @Test
    void appliesNoChangeSetThatItCannotRead() throws Exception {
        ops.answers("describe-change-set", "!254 Rate exceeded");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .contains("Rate exceeded")
                .contains("cannot read the change set of weir-production-data");
        assertThat(ops.calls()).noneMatch(call -> call.contains("execute-change-set"));
    }

    @Test
    void saysWhyCloudFormationRefusesAChangeSet() throws Exception {
        ops.answers("create-change-set", "!254 Template format error: it is no template");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("cannot change weir-production-data").contains("it is no template");
    }

    @Test
    void saysWhatCanBePlannedOnlyOnceAnEarlierStackIsDeployed() throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-app", "!254");
        ops.answers("create-change-set --stack-name weir-production-app", UNFETCHED);
        ops.answers("describe-change-set", "Add\tNone\tAWS::CloudWatch::Alarm\tAge");

        Ops.Run run = ops.run("plan", "production");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors())
                .contains("weir-production-app: can be planned once the stack that makes"
                        + " /weir/production/data-key-arn, /weir/production/api-id is deployed")
                .contains("weir-production-data:\n  Add")
                .contains("weir-production-observability:\n  Add");
    }

    @Test
    void saysTheSameWhereOnlyTheChangeSetKnowsWhatIsMissing() throws Exception {
        ops.answers("wait change-set-create-complete --stack-name weir-production-observability", "!255");
        ops.answers("StatusReason", UNFETCHED.replaceFirst("!254 ", ""));

        Ops.Run run = ops.run("plan", "production");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("weir-production-observability: can be planned once");
        assertThat(changeSets("observability")).endsWith("delete");
    }

    @Test
    void aStackThatWasOnlyTriedIsNotLeftBehind() throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-app", "REVIEW_IN_PROGRESS");
        ops.answers("create-change-set --stack-name weir-production-app", UNFETCHED);

        ops.run("plan", "production");

        assertThat(ops.calls()).anyMatch(call -> call.contains("delete-stack --stack-name weir-production-app"));
    }

    @Test
    void planStillRefusesWhatWouldCostData() throws Exception {
        ops.answers("create-change-set --stack-name weir-production-app", UNFETCHED);
        ops.answers("describe-change-set", "Remove\tNone\tAWS::KMS::Key\tKey");

        assertThat(ops.run("plan", "production").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "rollback"})
    void appliesNothingWithoutTheParametersThatItNeeds(String command) throws Exception {
        ops.answers("create-change-set --stack-name weir-production-app", UNFETCHED);

        Ops.Run run = ops.run(command, "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .contains("weir-production-app needs /weir/production/data-key-arn")
                .contains("infra/ops doctor production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan production", "deploy production --yes", "rollback production --yes"})
    void alarmsKeepTheAddressThatTheyHave(String command) throws Exception {
        ops.run(command.split(" ", -1));

        assertThat(changeSet("observability")).contains("ParameterKey=AlarmEmail,UsePreviousValue=true");
        assertThat(changeSet("app")).doesNotContain("AlarmEmail");
    }

    @Test
    void alarmsGetTheAddressThatIsGiven() throws Exception {
        ops.run("deploy", "production", "--yes", "--alarm-email", "me@example.com");

        assertThat(changeSet("observability"))
                .contains("ParameterKey=AlarmEmail,ParameterValue=me@example.com")
                .doesNotContain("UsePreviousValue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!254", "REVIEW_IN_PROGRESS", "ROLLBACK_COMPLETE"})
    void theFirstDeploymentTakesTheAddressOfTheEnvironment(String status) throws Exception {
        ops.answers("describe-stacks --stack-name weir-production-observability --query Stacks[0].StackStatus", status);

        ops.run("deploy", "production", "--yes");

        assertThat(changeSet("observability")).contains("CREATE").doesNotContain("AlarmEmail");
    }

    @Test
    void aStackWithoutAnAddressTakesThatOfTheEnvironment() throws Exception {
        ops.answers("ParameterKey", "None");

        ops.run("deploy", "production", "--yes");

        assertThat(changeSet("observability")).contains("UPDATE").doesNotContain("AlarmEmail");
    }

    @Test
    void changesNoAddressThatItCannotRead() throws Exception {
        ops.answers("ParameterKey", "!254 Rate exceeded");

        assertThat(ops.run("deploy", "production", "--yes").errors()).contains("cannot read which parameters");
        assertThat(changeSets("observability")).doesNotContain("create");
    }

    private String changeSet(String stack) throws IOException {
        return ops.calls().stream()
                .filter(call -> call.contains("create-change-set --stack-name weir-production-" + stack))
                .findFirst()
                .orElseThrow();
    }

    /// What was done with the change set of a stack, in order.
    private List<String> changeSets(String stack) throws IOException {
        return ops.calls().stream()
                .filter(call -> call.matches(".* \\w+-change-set --stack-name weir-production-" + stack + " .*"))
                .map(call -> call.replaceFirst(".* (\\w+)-change-set .*", "$1"))
                .toList();
    }
}
