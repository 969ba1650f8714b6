package dev.weir.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people are told when a command cannot be carried out: one line, and what to do.
class CommandsTest {

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return Weir.commandLine()
                .setErr(new PrintWriter(errors, true))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private String line() {
        return errors.toString().strip();
    }

    @Test
    void namesThePortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            int status = run("up", "--port", port, "--data", folder.toString());

            assertThat(status).isEqualTo(1);
            assertThat(line()).isEqualTo("weir: port " + port + " is in use; choose another with --port");
        }
    }

    @Test
    void namesTheFolderThatIsCorrupt() throws IOException {
        Files.createDirectories(folder.resolve("dynamodb"));
        Files.writeString(folder.resolve("dynamodb/shared-local-instance.db"), "this is no database");

        int status = run("up", "--port", "0", "--data", folder.toString());

        assertThat(status).isEqualTo(1);
        assertThat(line())
                .startsWith("weir: data folder " + folder)
                .contains("is corrupt", "choose another with --data")
                .doesNotContain("\n");
    }

    @Test
    void refusesADataFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("up", "--data", file.toString())).isEqualTo(1);
        assertThat(line()).isEqualTo("weir: " + file + " is not a folder; choose another with --data");
    }

    @Test
    void saysWhereItHasLookedForTemplates() {
        assertThat(run("up", "--from-template=nowhere", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(line())
                .startsWith("weir: there are no templates of nowhere: ")
                .contains("infra/dist", "infra/src/test/golden");
    }

    @Test
    void saysThatNothingRuns() throws IOException {
        Path sample = Files.writeString(folder.resolve("event.json"), "{}");

        assertThat(run("send", sample.toString(), "--key", "k", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(line()).isEqualTo("weir: no pipeline runs on " + folder + "; start one with ./weir up");
    }

    @Test
    void saysThatThereIsNothingToSend() {
        assertThat(run("send", folder.toString(), "--data", folder.toString())).isEqualTo(1);
        assertThat(line()).isEqualTo("weir: there is no *.request.json in [" + folder + "]");
    }

    @Test
    void namesTheFileThatIsNotThere() {
        assertThat(run("send", "no-such-file", "--data", folder.toString())).isEqualTo(1);
        assertThat(line()).isEqualTo("weir: no-such-file does not exist");
    }

    @Test
    void tellsAMisspeltCommandFromAFailure() {
        assertThat(run("qeury")).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAQuery() {
        assertThat(run("query", "select nothing from nowhere", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(line()).startsWith("weir: Catalog Error: Table with name nowhere does not exist!");
    }

    @Test
    void findsNothingWrongWithTheSchemasThatAreShipped() {
        assertThat(run("catalog", "lint")).isZero();
    }

    @Test
    void findsNothingInTheSchemasThatAreShippedThatBreaksWhatIsReleased() {
        assertThat(run("catalog", "diff")).isZero();
    }

    @Test
    void refusesAnEventThatTheCatalogHas() {
        assertThat(run("catalog", "new", "video-window", "story_published")).isEqualTo(1);
        assertThat(line()).startsWith("weir: video-window has the event story_published already");
    }

    @Test
    void refusesASourceThatIsNone() {
        assertThat(run("catalog", "new", "video-window", "story_archived", "--source", "job"))
                .isEqualTo(1);
        assertThat(line()).isEqualTo("weir: 'job' may not send events; --source is client or server");
    }

    @Test
    void refusesTermsOfAnEventForAProduct() {
        assertThat(run("catalog", "new", "corner-shop", "--purpose", "analytics"))
                .isEqualTo(1);
        assertThat(line())
                .isEqualTo("weir: options are about an event; name one, or leave them out to begin a product");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThat(run("up", "--port", "70000", "--data", folder.toString())).isEqualTo(1);
        assertThat(line()).isEqualTo("weir: --port must be between 0 and 65535");
    }
}
