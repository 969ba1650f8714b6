package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
