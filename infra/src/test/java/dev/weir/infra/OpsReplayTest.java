package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replay as operators ask for it, against a stand-in for the AWS CLI.
class OpsReplayTest {

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void release() throws IOException {
        ops = Ops.in(folder);
    }

    @Test
    void replaysByTheFunctionAndSaysWhatItAnswers() throws Exception {
        ops.stores("answer", """
                {"done":true,"after":"k","documents":2,"landed":7,"already_there":1,"unreadable":0,
                 "left_out":{"erased":3},"staying":[]}""");

        Ops.Run run = ops.run("replay", "production", "--from", "failed", "--product", "thedata", "--yes");

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .contains("failed: 2 documents, 7 events landed, 1 already there")
                .contains("left out: 3 erased");
        assertThat(ops.stored("payload")).contains("\"from\": \"failed\"").contains("\"product\": \"thedata\"");
        assertThat(ops.calls())
                .filteredOn(call -> call.contains("lambda invoke"))
                .singleElement()
                .asString()
                .contains("weir-production-replay:live")
                .contains("--cli-read-timeout 0");
    }

    @Test
    void saysWhatStaysAfterAReplay() throws Exception {
        ops.stores("answer", """
                {"done":true,"after":"k","documents":1,"landed":0,"already_there":0,"unreadable":1,
                 "left_out":{},"staying":[{"key":"quarantine/k","reason":"not a Weir record"}]}""");

        Ops.Run run = ops.run("replay", "production", "--from", "quarantine", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("stays: quarantine/k: not a Weir record");
    }

    @Test
    void countsBatchesOfTheCountersAndRemovesTheirReports() throws Exception {
        ops.answers("list-objects-v2", "aws/lambda/mapping-1/shardId-0/2026/01/01/one");
        ops.stores("one", report("counters"));

        Ops.Run run = ops.run("replay", "production", "--yes");

        assertThat(run.errors()).contains("counted 1 batches of the counters");
        assertThat(ops.stored("payload")).endsWith("\"payload\":{\"Records\":[]}}\n");
        assertThat(ops.calls()).anyMatch(call -> call.contains("delete-object --bucket weir-production-failed-"));
    }

    @Test
    void findsBatchesOfTheCountersBelowWhateverMappingGaveThemUp() throws Exception {
        ops.answers(
                "list-objects-v2",
                "aws/lambda/before-a-removal/shardId-0/2026/01/01/one\naws/lambda/mapping-1/shardId-0/2026/01/01/two"
                        + "\naws/lambda/mapping-2/shardId-0/2026/01/01/three\naws/lambda/mapping-2/none");
        ops.stores("one", report("counters"));
        ops.stores("two", report("counters"));
        ops.stores("three", report("lake-writer"));
        ops.stores("none", "what somebody else has put there");

        Ops.Run dry = ops.run("replay", "production", "--from", "failed", "--dry-run");
        Ops.Run run = ops.run("replay", "production", "--from", "failed", "--yes");

        assertThat(dry.errors()).contains("2 batches of the counters would be counted");
        assertThat(run.errors()).contains("counted 2 batches of the counters");
        assertThat(ops.calls())
                .filteredOn(call -> call.contains("delete-object"))
                .extracting(call -> call.replaceFirst(".*/", ""))
                .containsExactly("one", "two");
        assertThat(ops.calls()).anyMatch(call -> call.contains("--prefix aws/lambda/ "));
    }

    @Test
    void saysThatNoBatchOfTheCountersHasFailed() throws Exception {
        assertThat(ops.run("replay", "production", "--from", "failed", "--yes").errors())
                .contains("no batch of the counters has failed");
    }

    @Test
    void keepsABatchThatFailsAgain() throws Exception {
        ops.answers("list-objects-v2", "aws/lambda/mapping-1/shardId-0/2026/01/01/one");
        ops.stores("one", report("counters"));
        ops.answers("lambda invoke", "Unhandled");

        Ops.Run run = ops.run("replay", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("failed again");
        assertThat(ops.calls()).noneMatch(call -> call.contains("delete-object"));
    }

    private static String report(String function) {
        return """
                {"requestContext":{"functionArn":"arn:aws:lambda:eu-central-1:123456789012:function:weir-production-%s:live"},
                 "payload":"{\\"Records\\":[]}"}""".formatted(function);
    }
}
