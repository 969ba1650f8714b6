package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether doctor finds that Lambda will not reserve what functions need. The templates are the shipped ones.
class OpsConcurrencyTest {

    private static final Path GOLDEN = Path.of(System.getProperty("weir.root"), "infra/src/test/golden");

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void release() throws IOException {
        ops = Ops.in(folder);
    }

    @ParameterizedTest(name = "{0}, of {1} instances {2} not reserved")
    @CsvSource({"trial, 10, 10, 102", "trial, 101, 101, 102", "steady, 106, 106, 107", "production, 1000, 101, 102"})
    void saysThatTheQuotaIsTooSmallForTheFirstDeployment(String environment, int limit, int free, int needed)
            throws Exception {
        accountHas(environment, limit, free);
        ops.answers("describe-stacks --stack-name weir-production-app", "!254");

        Ops.Run run = ops.run("doctor", "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .contains("wrong concurrency: Lambda has " + limit + " instances", free + " of them are not reserved")
                .contains("Weir needs " + needed + ": it reserves 2")
                .contains("'Concurrent executions' of AWS Lambda");
    }

    @ParameterizedTest(name = "{0}, of {1} instances {2} not reserved")
    @CsvSource({"trial, 102, 102", "steady, 107, 107", "production, 2000, 102"})
    void isContentWithExactlyEnoughForTheFirstDeployment(String environment, int limit, int free) throws Exception {
        accountHas(environment, limit, free);
        ops.answers("describe-stacks --stack-name weir-production-app", "!254");

        assertThat(ops.run("doctor", "production").errors())
                .contains("ok    concurrency")
                .doesNotContain("wrong");
    }

    @Test
    void countsWhatTheDeploymentHasReservedAlready() throws Exception {
        accountHas("trial", 102, 100);

        Ops.Run run = ops.run("doctor", "production");

        assertThat(run.status()).as(run.errors()).isZero();
    }

    @ParameterizedTest(name = "{1} of {0} are free: ask for {2}")
    @CsvSource({"10, 10, 1000", "1000, 100, 1002"})
    void printsTheCommandThatAsksForMore(int limit, int free, int wanted) throws Exception {
        accountHas("trial", limit, free);
        ops.answers("describe-stacks --stack-name weir-production-app", "ROLLBACK_COMPLETE");

        assertThat(ops.run("doctor", "production").errors())
                .contains(
                        "aws service-quotas request-service-quota-increase --region eu-central-1 --service-code lambda"
                                + " --quota-code L-B99A9384 --desired-value " + wanted + "\n");
    }

    @Test
    void saysThatItMayNotReadTheQuota() throws Exception {
        ops.answers("lambda get-account-settings", "!254 AccessDeniedException");

        Ops.Run run = ops.run("doctor", "production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("AccessDeniedException").contains("allow lambda:GetAccountSettings");
    }

    private void accountHas(String environment, int limit, int free) throws IOException {
        ops.releases("app.json", Files.readString(GOLDEN.resolve(environment + "/app.json")));
        ops.answers("lambda get-account-settings", limit + "\t" + free);
    }
}
