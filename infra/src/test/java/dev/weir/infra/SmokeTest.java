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

/// `infra/ops smoke` against stand-ins for the AWS CLI and for curl.
class SmokeTest {

    private static final String ALL = "client-key\nserver-key\nprivacy-key\n";

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void deployed() throws IOException {
        ops = Ops.in(folder);
        api("\"accepted\":1", "complete");
        // Athena finds the row once, and none after the erasure.
        ops.tool("sleep", "exit 0");
    }

    @Test
    void goesFromTheDoorToErasure() throws Exception {
        Ops.Run run = ops.typing(ALL).run("smoke", "production");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors())
                .containsSubsequence(
                        "accepted",
                        "the counter went up",
                        "the row is in the lake",
                        "asked for erasure, request 0a-1b",
                        "the person is erased, and the row is gone",
                        "production works");
        assertThat(run.errors()).doesNotContain("left out");
    }

    @Test
    void keysAreNeitherArgumentsNorShown() throws Exception {
        Ops.Run run = ops.typing(ALL).run("smoke", "production");

        assertThat(ops.stored("curl-config"))
                .contains("X-Write-Key: client-key", "X-Write-Key: server-key", "X-Write-Key: privacy-key");
        assertThat(ops.stored("curl-arguments") + run.output() + run.errors() + ops.calls())
                .doesNotContain("client-key", "server-key", "privacy-key");
    }

    @Test
    void asksForErasureOfTheOneThatItHasSent() throws Exception {
        ops.typing(ALL).run("smoke", "production");

        String arguments = ops.stored("curl-arguments");
        String user = arguments.replaceAll("(?s).*\"user_id\":\"(smoke-[0-9a-f-]+)\".*", "$1");
        assertThat(arguments).contains("{\"kind\":\"user\",\"id\":\"" + user + "\"}");
    }

    @Test
    void leavesOutWhatItHasNoKeyForAndSaysSo() throws Exception {
        Ops.Run run = ops.run("smoke", "production", "--key", "k");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("production works, as far as was asked for; left out: counter erasure");
    }

    @Test
    void countsFromNothingWhereNobodyElseSends() throws Exception {
        counters("rm \"$STAND_IN/quiet\" 2>/dev/null && echo '{\"points\":[]}' || echo '{\"points\":[{\"count\":1}]}'");
        Files.writeString(folder.resolve("quiet"), "");

        Ops.Run run = ops.run("smoke", "production", "--key", "k", "--server-key", "s");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("the counter went up");
    }

    @ParameterizedTest
    @CsvSource({"401,{\"status\":401}", "403,<html>", "500,''"})
    void saysThatTheCountersDoNotAnswer(int status, String body) throws Exception {
        counters("[[ $* == *http_code* ]] && echo '" + body + " (status " + status + ")'");

        Ops.Run run = ops.run("smoke", "production", "--key", "k", "--server-key", "s");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .containsOnlyOnce("ops: ")
                .contains("the counters do not answer: " + body + " (status " + status + ").")
                .contains("'infra/ops keys create production ott-streaming server'");
    }

    @Test
    void saysOnceThatNothingAnswers() throws Exception {
        ops.tool("curl", "exit 6");

        Ops.Run run = ops.run("smoke", "production", "--key", "k", "--server-key", "s");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).containsOnlyOnce("ops: ").contains("no answer from https://api.example");
    }

    @Test
    void saysThatTheCounterStays() throws Exception {
        counters("echo '{\"points\":[{\"count\":7}]}'");

        Ops.Run run = ops.run("smoke", "production", "--key", "k", "--server-key", "s");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("is not counted").contains("incidents.md#behind-counters");
    }

    @Test
    void saysThatTheRowDoesNotCome() throws Exception {
        ops.answers("get-query-results", "0");

        Ops.Run run = ops.run("smoke", "production", "--key", "k");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("not in the lake yet").contains("incidents.md#lake-stale");
    }

    @Test
    void saysThatTheEventWasTurnedAway() throws Exception {
        api("\"status\":401", "complete");

        Ops.Run run = ops.run("smoke", "production", "--key", "k");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("was not accepted").contains("keys create production");
    }

    @Test
    void saysThatTheErasureIsPartial() throws Exception {
        api("\"accepted\":1", "partial");

        Ops.Run run = ops.run("smoke", "production", "--key", "k", "--privacy-key", "p");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("the erasure is partial").contains("incidents.md#erased-in-part");
    }

    @Test
    void saysThatTheRowIsStillThereAfterTheErasure() throws Exception {
        ops.answers("get-query-results", "1");

        Ops.Run run = ops.run("smoke", "production", "--key", "k", "--privacy-key", "p");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("Athena still finds the row");
    }

    @Test
    void saysThatTheBatchWaitsInTheQueue() throws Exception {
        api("\"accepted\":1,\"stream\":\"queued\"", "complete");

        assertThat(ops.run("smoke", "production", "--key", "k").errors())
                .contains("accepted, and queued")
                .contains("incidents.md#stream-throttled");
    }

    /// An API that takes the event, and whose counters answer so.
    private void counters(String answer) throws IOException {
        ops.tool("curl", """
                cat > /dev/null
                case "$*" in
                  *counters*) %s ;;
                  *) echo '{"accepted":1}' ;;
                esac""".formatted(answer));
    }

    /// An API whose counter goes up with every look, and which lets Athena's stand-in forget the row once it has
    /// erased.
    private void api(String verdict, String erasure) throws IOException {
        ops.tool("curl", """
                cat >> "$STAND_IN/objects/curl-config"; echo "$*" >> "$STAND_IN/objects/curl-arguments"
                case "$*" in
                  *counters*) echo x >> "$STAND_IN/looks"; echo "{\\"points\\":[{\\"count\\":$(wc -l < "$STAND_IN/looks")}]}" ;;
                  *privacy/requests/*)
                    [[ -f $STAND_IN/answers/get-query-results ]] || echo 0 > "$STAND_IN/answers/get-query-results"
                    echo '{"id":"0a-1b","status":"%s"}' ;;
                  *privacy/requests*) echo '{"id":"0a-1b","status":"queued"}' ;;
                  *) echo '{%s}' ;;
                esac""".formatted(erasure, verdict));
    }
}
