package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseGateTest {

    private static final String PRODUCT = "video-window";
    private static final String BOOKING = "video-window/events/booking_confirmed/1.json";
    private static final String FEED = "video-window/events/feed_story_impression/1.json";
    private static final String TYPES = "video-window/types.json";
    private static final String SETTINGS = "video-window/product.yaml";

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void release() throws IOException {
        tree = SchemaTree.of(folder, PRODUCT).released();
    }

    @Test
    void nothingIsWrongWithWhatIsReleasedAsItIs() {
        assertThat(tree.refusals()).isEmpty();
    }

    @Test
    void wordsMayChangeInPlace() throws IOException {
        tree.with(BOOKING, "/title", "\"Booked\"")
                .with(BOOKING, "/$comment", "\"Why not.\"")
                .with(BOOKING, "/x-weir-origin", "[\"bookings\"]")
                .with(BOOKING, "/properties/selected_slot/description", "\"The slot.\"")
                .with(TYPES, "/$defs/price/examples", "[1]");

        assertThat(tree.refusals()).isEmpty();
    }

    @Test
    void anOptionalPropertyMayBeAddedInPlace() throws IOException {
        tree.with(BOOKING, "/properties/language", "{\"type\": \"string\", \"x-weir-privacy\": \"none\"}");

        assertThat(tree.refusals()).isEmpty();
    }

    @Test
    void aRequiredPropertyMayNotBeAddedInPlace() throws IOException {
        tree.with(BOOKING, "/properties/language", "{\"type\": \"string\", \"x-weir-privacy\": \"none\"}")
                .with(
                        BOOKING,
                        "/required",
                        "[\"viewer_id\", \"story_id\", \"price\", \"selected_slot\","
                                + " \"service_radius_km\", \"language\"]");

        assertThat(rules()).containsExactly("required added, language");
    }

    @Test
    void boundsMayBeWidenedInPlace() throws IOException {
        tree.with(FEED, "/properties/dwell_ms/maximum", "86400001")
                .with(FEED, "/properties/dwell_ms/exclusiveMinimum", "199")
                .without(BOOKING, "/properties/service_radius_km/maximum")
                .without(BOOKING, "/properties/selected_slot/pattern");

        assertThat(tree.refusals()).isEmpty();
    }

    @Test
    void theSameBoundWrittenOtherwiseIsNoChange() throws IOException {
        tree.with(FEED, "/properties/dwell_ms/maximum", "86400000.0");

        assertThat(tree.refusals()).isEmpty();
    }

    @Test
    void membersAreComparedAtAnyDepth() throws IOException {
        String parts = "{\"type\": \"array\", \"x-weir-privacy\": \"none\", \"items\": {\"type\": \"object\","
                + " \"properties\": {\"name\": {\"type\": \"string\", \"maxLength\": 9, \"x-weir-privacy\": \"quasi\"}}}}";
        tree.with(BOOKING, "/properties/parts", parts).released();
        tree.with(BOOKING, "/properties/parts/items/properties/name/maxLength", "8")
                .with(BOOKING, "/properties/parts/items/properties/name/x-weir-privacy", "\"none\"")
                .with(BOOKING, "/properties/parts/items/required", "[\"name\"]");

        assertThat(rules())
                .containsExactlyInAnyOrder(
                        "bound narrowed, parts[].name maxLength 9 to 8",
                        "privacy class loosened, parts[].name quasi to none",
                        "required added, parts[].name");
    }

    @Test
    void aChangeOfASharedTypeIsSaidOnceAndWhereItIs() throws IOException {
        tree.with(TYPES, "/$defs/story_id/x-weir-privacy", "\"none\"");

        assertThat(tree.refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString(TYPES + "#/$defs/story_id/x-weir-privacy");
            assertThat(problem.rule())
                    .matches("privacy class loosened, quasi to none, in [a-z_]+ 1, [a-z_]+ 1, [a-z_]+ 1 and \\d more");
            assertThat(problem.remedy()).contains("a type beside this one");
        });
    }

    @Test
    void whatAvroRefusesIsRefusedThoughNoOtherRuleMindsIt() throws IOException {
        tree.with(BOOKING, "/properties/service_radius_km/x-weir-privacy", "\"sensitive\"")
                .explained(
                        PRODUCT,
                        "booking_confirmed 1: privacy class tightened, service_radius_km none to sensitive: precise");

        assertThat(rules())
                .singleElement()
                .asString()
                .startsWith("not readable with the released Avro schema")
                .contains("service_radius_km");
    }

    @Test
    void aMissingEventIsRefused() throws IOException {
        tree.delete("video-window/events/story_draft_saved/1.json").delete("video-window/events/story_draft_saved");

        assertThat(tree.refusals()).singleElement().hasToString("""
                        video-window/events/story_draft_saved
                            released event deleted, story_draft_saved
                            -> bring it back from version control; rows in the lake and events in the stream are of it""");
    }

    @Test
    void aMissingVersionIsRefused() throws IOException {
        tree.version(PRODUCT, "booking_confirmed", 2).delete(BOOKING);

        assertThat(rules()).containsExactly("released version deleted, booking_confirmed 1");
    }

    @Test
    void aMissingProductIsRefused() throws IOException {
        tree.write("released/video-shop/product.json", "{ }\n");

        assertThat(rules()).containsExactly("released product deleted, video-shop");
    }

    @Test
    void aVersionMayNotComeBelowAReleasedOne() throws IOException {
        tree.version(PRODUCT, "booking_confirmed", 3).released();

        tree.version(PRODUCT, "booking_confirmed", 2);

        assertThat(rules()).containsExactly("version below a released one, 2 is below 3");
    }

    @Test
    void aNewVersionIsComparedWithTheLatestReleasedOne() throws IOException {
        String second = "video-window/events/feed_story_impression/2.json";
        tree.version(PRODUCT, "feed_story_impression", 2)
                .with(second, "/x-weir-sampling", "5")
                .explained(PRODUCT, "feed_story_impression 2: sampling lowered, 10 to 5 of a hundred: enough")
                .released();

        tree.version(PRODUCT, "feed_story_impression", 3);

        assertThat(rules()).containsExactly("sampling raised, 5 to 10 of a hundred");
    }

    @Test
    void aNewVersionOfANewEventIsFree() throws IOException {
        tree.write("released/video-window/booking_confirmed/1.json", "")
                .delete("released/video-window/booking_confirmed/1.json");

        tree.version(PRODUCT, "booking_confirmed", 2)
                .with("video-window/events/booking_confirmed/2.json", "/x-weir-retention", "\"behaviour\"");

        assertThat(tree.refusals()).isEmpty();
    }

    @Test
    void aRetentionClassMayNotKeepLongerAndIsNamedOnce() throws IOException {
        tree.replacing(SETTINGS, "behaviour: P365D", "behaviour: P366D");

        assertThat(tree.refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString(SETTINGS + "#/retention/behaviour");
            assertThat(problem.rule()).isEqualTo("retention lengthened, behaviour P365D to P366D");
            assertThat(problem.remedy()).contains("a class of its own");
        });
    }

    @Test
    void identitiesMayNotStayLonger() throws IOException {
        tree.replacing(SETTINGS, "retention:\n", "identity_retention: P90D\nretention:\n");
        tree.gate().release();
        assertThat(tree.refusals()).isEmpty();

        tree.replacing(SETTINGS, "identity_retention: P90D", "identity_retention: P91D");

        assertThat(tree.refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString(SETTINGS + "#/identity_retention");
            assertThat(problem.rule()).isEqualTo("identities kept longer, P90D to P91D");
            assertThat(problem.remedy()).startsWith("undo it");
        });
        tree.replacing(SETTINGS, "identity_retention: P91D\n", "");
        assertThat(rules()).containsExactly("identities kept longer, P90D to as long as the events");
    }

    @Test
    void identitiesThatGoSoonerNeedALineInTheChangeLog() throws IOException {
        tree.replacing(SETTINGS, "retention:\n", "identity_retention: P90D\nretention:\n");
        tree.gate().release();

        tree.replacing(SETTINGS, "identity_retention: P90D", "identity_retention: P60D");

        assertThat(tree.refusals())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("identities kept shorter, P90D to P60D"));
    }

    @Test
    void releasedFilesThatWereEditedAreRefused() throws IOException {
        String file = "released/video-window/booking_confirmed/1.json";
        tree.write(file, Files.readString(folder.resolve(file)) + " ");
        tree.write("released/video-window/story_published/1.json", "{");
        tree.write("released/video-window/story_published/first.json", "{ }\n");
        tree.delete("released/video-window/product.json");

        assertThat(tree.refusals())
                .extracting(problem -> problem.place().toString())
                .containsExactly(
                        file,
                        "released/video-window/product.json",
                        "released/video-window/story_published/1.json",
                        "released/video-window/story_published/first.json");
        assertThat(tree.refusals())
                .allSatisfy(problem -> assertThat(problem.remedy()).startsWith("restore it from version control"));
    }

    @Test
    void releasingWritesWhatDiffersAndNothingElse() throws IOException {
        assertThat(tree.gate().release()).isEmpty();

        tree.with(BOOKING, "/title", "\"Booked\"");

        assertThat(tree.gate().release()).containsExactly("released/video-window/booking_confirmed/1.json");
        assertThat(tree.gate().release()).isEmpty();
    }

    @Test
    void releasesNothingWhileAnythingIsRefused() throws IOException {
        String file = "released/video-window/feed_story_impression/1.json";
        String before = Files.readString(folder.resolve(file));
        tree.with(FEED, "/x-weir-sampling", "20");

        assertThatThrownBy(() -> tree.gate().release())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the gate refuses the catalog (findings: 1)");
        assertThat(folder.resolve(file)).hasContent(before);
    }

    @Test
    void theBuildFailsWithWhatIsRefused() throws IOException {
        tree.with(FEED, "/x-weir-sampling", "20");
        String out = folder.resolve("out").toString();

        assertThatThrownBy(() -> CompileCatalog.main(new String[] {folder.toString(), out, out}))
                .hasMessageContaining("1 problem in the schemas")
                .hasMessageContaining(
                        FEED + "#/x-weir-sampling\n    sampling raised, 10 to 20 of a hundred\n    -> undo it");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private List<String> rules() {
        return tree.refusals().stream().map(Problem::rule).toList();
    }
}
