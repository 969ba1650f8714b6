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
import org.junit.jupiter.params.provider.ValueSource;

/// What protects people better may change where it is, once the change log says why.
class ReleaseChangeLogTest {

    private static final String PRODUCT = "video-window";
    private static final String FEED = "video-window/events/feed_story_impression/1.json";
    private static final String LOWERED = "feed_story_impression 1: sampling lowered, 10 to 5 of a hundred";

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void release() throws IOException {
        tree = SchemaTree.of(folder, PRODUCT).released();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            feed_story_impression | /x-weir-sampling  | 5         | sampling lowered, 10 to 5 of a hundred
            feed_story_impression | /x-weir-retention | "support" | retention class changed, behaviour (P365D) to support (P365D)
            order_status_updated  | /x-weir-retention | "support" | retention shortened, commerce (P730D) to support (P365D)
            booking_confirmed     | /properties/cancellation_window_hours/x-weir-privacy | "sensitive" | \
            privacy class tightened, cancellation_window_hours none to sensitive
            """)
    void aReleasedVersionMustExplainIt(String event, String pointer, String json, String rule) throws IOException {
        tree.with("video-window/events/" + event + "/1.json", pointer, json);

        assertThat(rules()).containsExactly(rule);

        tree.explained(PRODUCT, event + " 1: " + rule + ": we need no more");
        assertThat(tree.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            behaviour: P365D | behaviour: P364D                  | retention shortened, behaviour P365D to P364D
            opt_out: []      | 'opt_out: []
              tagged: [analytics]'                               | consent changed, tagged with analytics
            opt_out: []      | 'opt_out: []
              without: {analytics: anonymise}'                   | consent changed, without analytics drop to anonymise
            opt_out: []      | 'opt_out: [US]
              region_field: country'                             | consent changed, opt_out with US
            """)
    void aProductMustExplainIt(String before, String after, String rule) throws IOException {
        tree.replacing("video-window/product.yaml", before, after);

        assertThat(rules()).contains(rule);

        for (String each : rules()) {
            tree.explained(PRODUCT, each + ": decided by the privacy board");
        }
        assertThat(tree.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOWERED,
                LOWERED + ": ",
                LOWERED + ": <why>",
                "feed_story_impression 2: sampling lowered, 10 to 5 of a hundred: enough",
                "feed_story_impression 1: sampling lowered, 10 to 4 of a hundred: enough",
                "story_impression 1: sampling lowered, 10 to 5 of a hundred: enough",
                "by the way, " + LOWERED + ": enough"
            })
    void anItemThatNamesAnotherChangeOrNoReasonDoesNotCount(String item) throws IOException {
        tree.with(FEED, "/x-weir-sampling", "5").explained(PRODUCT, item);

        assertThat(rules()).hasSize(1);
    }

    @Test
    void backticksDoNotCount() throws IOException {
        tree.with(FEED, "/x-weir-sampling", "5")
                .explained(PRODUCT, LOWERED.replace("feed_story_impression", "`feed_story_impression`") + ": enough");

        assertThat(tree.refusals()).isEmpty();
    }

    @Test
    void aProductWithoutAChangeLogIsToldToHaveOne() throws IOException {
        tree.delete("video-window/CHANGES.md").with(FEED, "/x-weir-sampling", "5");

        assertThat(tree.refusals())
                .singleElement()
                .returns(
                        "say why in a line of video-window/CHANGES.md: \"- " + LOWERED + ": <why>\"; or undo it",
                        Problem::remedy);
    }

    private List<String> rules() {
        return tree.refusals().stream().map(Problem::rule).toList();
    }
}
