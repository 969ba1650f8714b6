package dev.weir.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// From a first release to a change that the next one refuses.
class CatalogReleaseTest {

    private static final Path SCHEMAS = Path.of(Objects.requireNonNull(System.getProperty("weir.root"), "weir.root"))
            .resolve("schemas");
    private static final String FEED = "schemas/video-window/events/feed_story_impression/1.json";

    @TempDir
    Path root;

    private StringWriter out = new StringWriter();

    @BeforeEach
    void copyOneProduct() throws IOException {
        Path copy = Files.createDirectory(root.resolve("schemas"));
        Files.copy(SCHEMAS.resolve("envelope.json"), copy.resolve("envelope.json"));
        try (Stream<Path> files = Files.walk(SCHEMAS.resolve("video-window"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(SCHEMAS.relativize(file).toString()));
            }
        }
    }

    @Test
    void releasesOnceAndFindsNothingToReleaseTheSecondTime() {
        assertThat(run("diff")).isZero();
        assertThat(out.toString()).contains("feed_story_impression 1, new");

        assertThat(run("release")).isZero();
        assertThat(out.toString())
                .contains("released/video-window/feed_story_impression/1.json")
                .endsWith("11 written; commit them\n");

        assertThat(run("release")).isZero();
        assertThat(out).hasToString("nothing differs from what is released\n");
    }

    @Test
    void refusesToReleaseWhatBreaksWhatIsReleased() throws IOException {
        run("release");
        change("\"x-weir-sampling\": 10", "\"x-weir-sampling\": 20");

        assertThat(run("release")).isEqualTo(1);
        assertThat(out.toString())
                .contains("sampling raised, 10 to 20 of a hundred")
                .endsWith("1 to mend\n");
        assertThat(run("diff")).isEqualTo(1);
        assertThat(out.toString()).contains("BREAKS       sampling raised").contains("1 to mend");
        assertThat(run("lint")).isEqualTo(1);
        assertThat(out.toString()).contains("-> undo it").endsWith("1 to mend\n");
    }

    @Test
    void doesNotCompareSchemasThatDoNotCompile() throws IOException {
        change("\"x-weir-privacy\": \"none\"", "\"x-weir-privacy\": \"secret\"");

        assertThat(run("diff")).isEqualTo(1);
        assertThat(out.toString()).contains("unknown privacy class 'secret'");
        assertThat(run("release")).isEqualTo(1);
        assertThat(root.resolve("schemas/released")).doesNotExist();
    }

    private int run(String command) {
        out = new StringWriter();
        return new CommandLine(new CatalogCommand(root))
                .setOut(new PrintWriter(out))
                .execute(command);
    }

    private void change(String text, String replacement) throws IOException {
        String before = Files.readString(root.resolve(FEED));
        assertThat(before).contains(text);
        Files.writeString(root.resolve(FEED), before.replace(text, replacement));
    }
}
