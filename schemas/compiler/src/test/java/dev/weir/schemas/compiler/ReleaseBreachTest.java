package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each way to break a released version: refused where it is, free or to be explained as a new one.
class ReleaseBreachTest {

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void release() throws IOException {
        tree = SchemaTree.of(folder, "video-window").released();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aReleasedVersionRefusesIt(Breach breach) throws IOException {
        breach.commit(tree, 1);

        Problem problem = only(tree.refusals());

        assertThat(problem.place()).hasToString(breach.file(1) + "#" + breach.at());
        assertThat(problem.rule()).startsWith(breach.rule());
        assertThat(problem.remedy())
                .isEqualTo("undo it; what is to differ goes into events/" + breach.event()
                        + "/2.json, beside this version");
    }

    @ParameterizedTest
    @MethodSource("ofShape")
    void aNewVersionMayHaveAnotherShape(Breach breach) throws IOException {
        breach.commit(tree.version("video-window", breach.event(), 2), 2);

        assertThat(tree.refusals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofPolicy")
    void aNewVersionMustExplainAnotherPolicy(Breach breach) throws IOException {
        breach.commit(tree.version("video-window", breach.event(), 2), 2);

        Problem problem = only(tree.refusals());

        String item = breach.event() + " 2: " + breach.rule() + ": ";
        assertThat(problem.place()).hasToString(breach.file(2) + "#" + breach.at());
        assertThat(problem.remedy())
                .isEqualTo("say why in a line of video-window/CHANGES.md: \"- " + item + "<why>\"; or undo it");
        tree.explained("video-window", item + "the audit of spring asked for it");
        assertThat(tree.refusals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsNotReleasedIsFree(Breach breach) throws IOException {
        SchemaTree unreleased = SchemaTree.of(Files.createDirectory(folder.resolve("unreleased")), "video-window");

        breach.commit(unreleased, 1);

        assertThat(unreleased.refusals()).isEmpty();
    }

    private static Problem only(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static Stream<Breach> all() {
        return Stream.concat(ofShape().stream(), ofPolicy().stream());
    }

    private static List<Breach> ofShape() {
        return Breach.ofShape();
    }

    private static List<Breach> ofPolicy() {
        return Breach.ofPolicy();
    }
}
