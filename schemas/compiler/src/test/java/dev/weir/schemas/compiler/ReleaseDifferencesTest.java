package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./weir catalog diff` prints.
class ReleaseDifferencesTest {

    private static final String FEED = "video-window/events/feed_story_impression/1.json";

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void release() throws IOException {
        tree = SchemaTree.of(folder, "video-window").released();
    }

    @Test
    void saysThatNothingDiffers() throws IOException {
        assertThat(differences()).isEqualTo("nothing differs from what is released\n");

        tree.with(FEED, "/title", "\"Seen\"");

        assertThat(differences()).isEqualTo("nothing but words differs from what is released\n");
    }

    @Test
    void marksEachChangeByWhatItMeans() throws IOException {
        tree.with(FEED, "/properties/dwell_ms/maximum", "5000")
                .with(FEED, "/properties/dwell_ms/exclusiveMinimum", "100")
                .with(FEED, "/x-weir-sampling", "5");

        assertThat(differences()).isEqualTo("""
                video-window feed_story_impression 1, released
                  unexplained  sampling lowered, 10 to 5 of a hundred
                               video-window/events/feed_story_impression/1.json#/x-weir-sampling
                  compatible   bound widened, dwell_ms exclusiveMinimum 200 to 100
                               video-window/events/feed_story_impression/1.json#/properties/dwell_ms/exclusiveMinimum
                  BREAKS       bound narrowed, dwell_ms maximum 86400000 to 5000
                               video-window/events/feed_story_impression/1.json#/properties/dwell_ms/maximum

                2 to mend; ./weir catalog lint says how
                """);
    }

    @Test
    void saysWhatIsNew() throws IOException {
        tree.version("video-window", "feed_story_impression", 2)
                .with("video-window/events/feed_story_impression/2.json", "/x-weir-sampling", "5")
                .explained("video-window", "feed_story_impression 2: sampling lowered, 10 to 5 of a hundred: enough")
                .version("video-window", "booking_confirmed", 2)
                .delete("released/video-window/story_published/1.json");

        assertThat(differences()).isEqualTo("""
                video-window feed_story_impression 2, new, compared with 1
                  explained    sampling lowered, 10 to 5 of a hundred
                               video-window/events/feed_story_impression/2.json#/x-weir-sampling

                video-window story_published 1, new
                  compatible   event added

                video-window booking_confirmed 2, new, compared with 1
                  compatible   nothing but words differs

                nothing breaks what is released
                """);
    }

    private String differences() {
        return tree.gate().differences();
    }
}
