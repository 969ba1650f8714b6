package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a product decides once and has released: its envelope, its limits, and what it does about personal data.
class ReleaseSettingsTest {

    private static final String PRODUCT = "video-window";
    private static final String FILE = PRODUCT + "/product.yaml";

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void release() throws IOException {
        tree = SchemaTree.of(folder, PRODUCT).released();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email: mask | email: hash   | personal data kept more, email mask to hash
            email: mask | email: remove | personal data kept less, email mask to remove
            card: mask  | card: reject  | personal data kept less, card mask to reject
            email: mask | 'email: mask
              personal_key: mask' | personal data kept more, personal_key remove to mask
            """)
    void whatIsDoneAboutPersonalDataMustBeExplained(String before, String after, String rule) throws IOException {
        tree.replacing(FILE, before, after);

        Problem problem = only(tree.refusals());

        assertThat(problem.rule()).isEqualTo(rule);
        assertThat(problem.place().toString()).startsWith(FILE + "#/pii/");
        assertThat(problem.remedy())
                .isEqualTo("say why in a line of video-window/CHANGES.md: \"- " + rule + ": <why>\"; or undo it");
        tree.explained(PRODUCT, rule + ": decided by the privacy board");
        assertThat(tree.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            events: 20       | events: 10      | limit lowered, events 20 to 10
            bytes: 102400    | bytes: 51200    | limit lowered, bytes 102400 to 51200
            clock_skew: PT5M | 'clock_skew: PT5M
              payload_bytes: 2048'             | limit lowered, payload_bytes any to 2048
            user: /userId    | user: /personId | envelope changed, identities.user /userId to /personId
            """)
    void whatSendersRelyOnIsRefused(String before, String after, String rule) throws IOException {
        tree.replacing(FILE, before, after);

        assertThat(rules()).contains(rule);
        assertThat(tree.refusals().getFirst().remedy())
                .isEqualTo("undo it; a product has no versions, and senders that are out rely on it");
    }

    @Test
    void aMemberThatBecomesRequiredIsRefused() throws IOException {
        tree.replacing(FILE, "    - /timestamp\n", "    - /timestamp\n    - /anonymousId\n");

        assertThat(rules()).anyMatch(rule -> rule.startsWith("required added"));
    }

    @Test
    void aPlaceThatIsReadFromNowOnMustBeExplained() throws IOException {
        tree.replacing(FILE, "    - /context/locale\n", "");
        tree.replacing(
                FILE,
                "    platform: /context/device/type\n",
                "    platform: /context/device/type\n    locale: /context/locale\n");

        assertThat(rules()).containsExactly("envelope extended, context.locale at /context/locale");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            events: 20       | events: 40
            clock_skew: PT5M | clock_skew: PT1M
            """)
    void whatTurnsNothingAwayIsFree(String before, String after) throws IOException {
        tree.replacing(FILE, before, after);

        assertThat(tree.refusals()).isEmpty();
    }

    private List<String> rules() throws IOException {
        return tree.refusals().stream().map(Problem::rule).toList();
    }

    private static Problem only(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }
}
