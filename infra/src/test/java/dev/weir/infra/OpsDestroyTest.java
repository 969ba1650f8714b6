package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Removing an environment with its data: what stays, and going on after an interruption.
class OpsDestroyTest {

    private static final String AUDIT = "weir-production-audit-123456789012";
    private static final String LAKE = "weir-production-lake-123456789012";
    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/data";
    private static final String PAGE = "{\"Objects\":[{\"Key\":\"k\",\"VersionId\":\"1\"}],\"Quiet\":true}";

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void release() throws IOException {
        ops = Ops.in(folder);
    }

    private Ops.Run destroy() throws IOException, InterruptedException {
        return ops.typing("production\n").run("destroy", "production", "--with-data");
    }

    @Test
    void keepsTheKeyWithTheLogThatIsEncryptedWithItWhileThatIsLocked() throws Exception {
        lockedUntil("2099-12-31T00:00:00+00:00");

        Ops.Run run = destroy();

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors())
                .contains(AUDIT + " stays")
                .contains("2099-12-31")
                .contains(KEY)
                .contains("'infra/ops destroy production --with-data'");
        assertThat(called("schedule-key-deletion")).isEmpty();
        assertThat(called("delete-objects --bucket " + AUDIT)).isEmpty();
        assertThat(called("delete-bucket"))
                .extracting(call -> call.replaceFirst(".*--bucket weir-production-(.*)-123456789012", "$1"))
                .containsExactlyInAnyOrder(
                        "lake", "quarantine", "failed", "exports", "results", "releases", "settings");
    }

    @Test
    void keepsThePublicKeyBesideTheEvidenceThatStays() throws Exception {
        lockedUntil("2099-12-31T00:00:00+00:00");
        ops.answers("head-object --bucket weir-production-settings-123456789012 --key evidence-key.json", "etag");
        ops.stores("evidence-key.json", "{\"public\":\"cHVi\",\"private\":\"c2VjcmV0\"}");

        Ops.Run run = destroy();

        assertThat(ops.stored("evidence-public-key.json")).isEqualTo("{\"public\":\"cHVi\"}\n");
        assertThat(called("put-object")).singleElement().asString().contains("--bucket " + AUDIT + " ");
        assertThat(run.errors()).contains("s3://" + AUDIT + "/evidence-public-key.json");
        assertThat(ops.calls().indexOf(called("put-object").getFirst()))
                .as("before the settings go")
                .isLessThan(ops.calls()
                        .indexOf(called("delete-bucket --bucket weir-production-settings")
                                .getFirst()));
    }

    @Test
    void removesTheLogAndThenForgetsItsKeyOnceTheLockIsOver() throws Exception {
        lockedUntil("2026-01-01T00:00:00+00:00");
        ops.stores(AUDIT + ".versions", PAGE);

        Ops.Run run = destroy();

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(called("list-object-versions"))
                .as("the CLI's own limit counts versions and no delete markers, and S3 deletes 1,000 at once")
                .allMatch(call -> call.contains("--no-paginate"));
        assertThat(called("schedule-key-deletion")).singleElement().asString().contains("--key-id " + KEY);
        assertThat(ops.calls())
                .as("as long as the bucket is there, it says which key is to go")
                .containsSubsequence(
                        called("delete-objects --bucket " + AUDIT).getFirst(),
                        called("schedule-key-deletion").getFirst(),
                        called("delete-bucket --bucket " + AUDIT).getFirst());
    }

    @Test
    void goesOnWhereEverythingIsGoneAlready() throws Exception {
        ops.answers("describe-stacks", "!254 An error occurred (ValidationError): it does not exist");
        ops.answers("ssm get-parameter ", "!254 An error occurred (ParameterNotFound) when calling GetParameter");
        ops.answers("kinesis", "!254 An error occurred (ResourceNotFoundException) when calling DeleteStream");
        ops.answers("dynamodb", "!254 An error occurred (ResourceNotFoundException) when calling DescribeTable");
        ops.answers("sqs", "!254 An error occurred (AWS.SimpleQueueService.NonExistentQueue) when calling DeleteQueue");
        ops.answers("secretsmanager", "!254 An error occurred (ResourceNotFoundException) when calling DescribeSecret");
        ops.answers("s3api", "!254 An error occurred (NoSuchBucket) when calling ListObjectVersions");

        Ops.Run run = destroy();

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("the data of production is gone").doesNotContain("An error occurred");
    }

    @Test
    void goesOnWhereARemovalIsUnderWay() throws Exception {
        ops.answers("describe-stacks", "DELETE_IN_PROGRESS");
        ops.answers("describe-stream-summary", "DELETING");
        ops.answers("dynamodb describe-table", "DELETING\tFalse");
        ops.answers("describe-secret", "2026-02-01T00:00:00+00:00");
        ops.answers("kms describe-key", "PendingDeletion");

        Ops.Run run = destroy();

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(called("cloudformation wait stack-delete-complete")).hasSize(4);
        assertThat(ops.calls())
                .noneMatch(call -> call.contains("update-termination-protection")
                        || call.contains("delete-stream")
                        || call.contains("delete-table")
                        || call.contains("update-table")
                        || call.contains("delete-secret")
                        || call.contains("schedule-key-deletion"));
    }

    @Test
    void takesNothingForGoneThatOnlyCannotBeReached() throws Exception {
        ops.answers("delete-stream", "!254 An error occurred (AccessDeniedException): you may not");

        Ops.Run run = destroy();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("you may not").contains("run the command again");
        assertThat(called("delete-bucket")).isEmpty();
    }

    @Test
    void aDeploymentOfTheSameNameMakesTheViewsAnew() throws Exception {
        destroy();

        assertThat(ops.calls())
                .containsSubsequence(
                        called("ssm delete-parameters --names /weir/production/views /weir/production/release"
                                        + " /weir/production/release-before")
                                .getFirst(),
                        called("delete-stack --stack-name weir-production-data").getFirst());
    }

    @Test
    void withoutItsDataAnEnvironmentKeepsWhatItKnowsOfItsViews() throws Exception {
        Ops.Run run = ops.typing("y\n").run("destroy", "production");

        assertThat(called("delete-parameters")).isEmpty();
        assertThat(run.errors()).contains("docs/operations/deploy.md#remove");
    }

    @Test
    void whatIsLockedBehindNewerObjectsStaysHoweverMuchItIs() throws Exception {
        ops.stores(AUDIT + ".versions", PAGE);
        ops.stores(AUDIT + ".refused", "{\"Errors\":[\n" + "{\"Code\":\"AccessDenied\"},\n".repeat(10_000) + "]}");

        Ops.Run run = destroy();

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).contains(AUDIT + " stays");
        assertThat(called("delete-objects --bucket " + AUDIT)).hasSize(1);
        assertThat(called("schedule-key-deletion")).isEmpty();
    }

    @Test
    void saysWhatS3DoesNotDelete() throws Exception {
        ops.stores(LAKE + ".versions", PAGE);
        ops.stores(LAKE + ".refused", "{\"Errors\":[{\"Key\":\"k\",\"Code\":\"AccessDenied\"}]}");

        Ops.Run run = destroy();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains(LAKE).contains("run the command again");
    }

    @Test
    void helpSaysWhatStaysAndThatTheNameIsTakenMeanwhile() throws Exception {
        assertThat(ops.run("destroy", "--help").output())
                .contains("audit log")
                .contains("evidence-public-key.json")
                .contains("another name");
    }

    private void lockedUntil(String end) throws IOException {
        ops.answers("list-objects-v2 --bucket " + AUDIT, "\"retention/newest.json\"");
        ops.answers("get-object-retention --bucket " + AUDIT + " --key retention", end);
    }

    private List<String> called(String words) throws IOException {
        return ops.calls().stream().filter(call -> call.contains(words)).toList();
    }
}
