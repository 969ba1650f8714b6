package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenProductTest {

    private static final String PRODUCT = "ott-streaming/product.yaml";
    private static final String COUNTER = "  events_per_minute:\n    window: PT1M\n    ";
    private static final String BY_PLATFORM = COUNTER + "by: [event_name, platform]";
    private static final String ERRORS = "  playback_errors_per_minute:\n    ";

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void copySchemas() throws IOException {
        tree = new SchemaTree(folder);
    }

    @Test
    void reportsAPlaceThatIsNoPointer() throws IOException {
        foundOnlyAfter("event_id: /event_id", "event_id: event_id", PRODUCT + "#/dialect/event_id", "a JSON pointer");
    }

    @Test
    void reportsAnUnknownIdentity() throws IOException {
        foundOnlyAfter("device: /device_id", "toaster: /device_id", PRODUCT + "#/dialect/identities", "toaster");
    }

    @Test
    void reportsAContextFieldThatTheEnvelopeLacks() throws IOException {
        foundOnlyAfter(
                "os_version: /os_version",
                "mood: /mood",
                PRODUCT + "#/dialect/context/mood",
                "map one of [platform, device_type, app_version, os_version, market, connection_type, environment, origin,");
    }

    @Test
    void reportsAContextFieldThatCannotBeSent() throws IOException {
        foundOnlyAfter(
                "os_version: /os_version",
                "ip_prefix: /ip",
                PRODUCT + "#/dialect/context/ip_prefix",
                "is filled in by Weir");
    }

    @Test
    void reportsTwoFieldsInOnePlace() throws IOException {
        foundOnlyAfter(
                "device_type: /device_type",
                "device_type: /platform",
                PRODUCT + "#/dialect/context/device_type",
                "overlaps with /dialect/context/platform");
    }

    @Test
    void reportsAFieldInsideAnother() throws IOException {
        foundOnlyAfter(
                "device_type: /device_type",
                "device_type: /platform/type",
                PRODUCT + "#/dialect/context/device_type",
                "overlaps with /dialect/context/platform");
    }

    @Test
    void reportsARequiredPlaceThatIsNotMapped() throws IOException {
        foundOnlyAfter("- /session_id", "- /session", PRODUCT + "#/dialect/required", "requires /session");
    }

    @Test
    void reportsADialectThatDoesNotRequireAnId() throws IOException {
        foundOnlyAfter("    - /event_id\n", "", PRODUCT + "#/dialect/required", "lacks the place of event_id");
    }

    @Test
    void reportsAPlaceThatIsIgnoredAndMapped() throws IOException {
        foundOnlyAfter("- /event_timestamp", "- /market", PRODUCT + "#/dialect/ignored", "ignores /market");
    }

    @Test
    void reportsAFlagForWhatNeedsNoConsent() throws IOException {
        foundOnlyAfter(
                "personalization: /consent/personalization",
                "personalization: /consent/personalization\n    essential: /consent/essential",
                PRODUCT + "#/dialect/consent/essential",
                "needs none");
    }

    @Test
    void reportsACounterOfAnEventThatIsNone() throws IOException {
        foundOnlyAfter(
                ERRORS + "events: [playback.error]",
                ERRORS + "events: [playback.eror]",
                PRODUCT + "#/counters/playback_errors_per_minute/events",
                "counts 'playback.eror'");
    }

    @Test
    void reportsACounterByAFieldThatIsNone() throws IOException {
        foundOnlyAfter(
                BY_PLATFORM,
                COUNTER + "by: [event_name, platfrom]",
                PRODUCT + "#/counters/events_per_minute/by",
                "names 'platfrom'");
    }

    @Test
    void reportsACounterByAPropertyThatACountedEventLacks() throws IOException {
        foundOnlyAfter(
                ERRORS + "events: [playback.error]",
                ERRORS + "events: [playback.error, playback.paused]\n    by: [properties.error_category]",
                PRODUCT + "#/counters/playback_errors_per_minute/by",
                "which playback.paused lacks");
    }

    @Test
    void reportsACounterThatCountsPersons() throws IOException {
        foundOnlyAfter(
                BY_PLATFORM,
                COUNTER + "by: [user_id]",
                PRODUCT + "#/counters/events_per_minute/by",
                "counts by 'user_id'");
    }

    @Test
    void reportsACounterByAPropertyThatMayTellPersonsApart() throws IOException {
        foundOnlyAfter(
                ERRORS + "events: [playback.error]",
                ERRORS + "events: [playback.error]\n    by: [properties.error_message]",
                PRODUCT + "#/counters/playback_errors_per_minute/by",
                "may tell persons apart");
    }

    @Test
    void takesACounterByAPropertyThatManyShare() throws IOException {
        tree.replacing(
                PRODUCT,
                ERRORS + "events: [playback.error]",
                ERRORS + "events: [playback.error]\n    by: [properties.error_category]");

        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void reportsACounterThatIsThereTwice() throws IOException {
        tree.replacing(PRODUCT, "  playback_errors_per_minute:", "  playback_starts_per_minute:");

        assertThat(tree.problems()).singleElement().asString().contains("Duplicate field 'playback_starts_per_minute'");
    }

    @Test
    void reportsAWindowThatIsNoDuration() throws IOException {
        tree.replacing(PRODUCT, COUNTER, "  events_per_minute:\n    window: a minute\n    ");
        foundOnly(PRODUCT + "#/counters/events_per_minute/window", "such as PT1M");
    }

    @Test
    void reportsARetentionThatIsNotInDays() throws IOException {
        foundOnlyAfter("standard: P365D", "standard: P1Y", PRODUCT + "#/retention/standard", "in days");
    }

    @Test
    void reportsASettingThatIsUnknown() throws IOException {
        foundOnlyAfter("  bytes: 102400", "  bytes: 102400\n  byts: 5", PRODUCT + "#/limits/byts", "limits are");
    }

    @Test
    void reportsASettingThatIsMissing() throws IOException {
        foundOnlyAfter("  bytes: 102400\n", "", PRODUCT + "#/limits/bytes", "most bytes of a request");
    }

    @Test
    void reportsANameThatDisagreesWithThePath() throws IOException {
        foundOnlyAfter("name: ott-streaming", "name: ott", PRODUCT + "#/name", "make it ott-streaming");
    }

    @Test
    void reportsEventsWithoutAProduct() throws IOException {
        tree.write("thedata/events/page.view/1.json", "{}");
        foundOnly("thedata/product.yaml", "is missing");
    }

    @Test
    void reportsAFolderWithoutAnEnvelope() throws IOException {
        tree.delete("envelope.json");
        foundOnly("envelope.json", "is missing");
    }

    @Test
    void reportsAnEnvelopeFieldThatNoRowCanHold() throws IOException {
        tree.with("envelope.json", "/properties/policy/type", "\"object\"");
        foundOnly("envelope.json#/properties/policy", "has no type that a row can hold");
    }

    @Test
    void reportsAnEnvelopeFieldThatIsNeitherRequiredNorNullable() throws IOException {
        tree.with("envelope.json", "/properties/platform/type", "\"string\"");
        foundOnly("envelope.json#/properties/platform", "is required and nullable, or neither");
    }

    @Test
    void reportsAnEnvelopeThatDoesNotSayWhatANumericIdentifierIs() throws IOException {
        tree.without("envelope.json", "/$defs/raw_numeric_identifier");
        foundOnly("envelope.json#/$defs/raw_numeric_identifier", "is missing");
    }

    @Test
    void reportsAnOptOutWhereTheLawAsksFirst() throws IOException {
        foundOnlyAfter("opt_out: [US]", "opt_out: [US, SE]", PRODUCT + "#/consent/opt_out", "lists SE");
    }

    @Test
    void reportsAnObjectionToWhatNobodyIsAskedAbout() throws IOException {
        foundOnlyAfter(
                "  tagged: [personalization",
                "  objection: [ad_targeting, essential]\n  tagged: [personalization",
                PRODUCT + "#/consent/objection",
                "needs no consent");
    }

    @Test
    void reportsAKidsFlagInAPlaceThatIsTaken() throws IOException {
        foundOnlyAfter("    - /is_kids", "    - /platform", PRODUCT + "#/dialect/context/platform", "overlaps");
    }

    @Test
    void reportsALookupByWhatNoEventHas() throws IOException {
        foundOnlyAfter(
                "by: content_id", "by: shoe_size", PRODUCT + "#/lookups/content/by", "'shoe_size' is no property");
    }

    @Test
    void reportsALookupOfWhatASenderFillsIn() throws IOException {
        foundOnlyAfter(
                "adds: [content_genre", "adds: [platform", PRODUCT + "#/lookups/content/adds", "that Weir fills in");
    }

    @Test
    void endsTheBuildWithAListThatCanBeRead() throws IOException {
        tree.replacing(PRODUCT, "standard: P365D", "standard: P1Y");
        String[] args = arguments();

        assertThatThrownBy(() -> CompileCatalog.main(args))
                .hasMessageStartingWith("1 problem in the schemas:\n\n" + PRODUCT + "#/retention/standard\n    ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void writesBothFilesOfSchemasThatAreFine() throws IOException {
        CompileCatalog.main(arguments());

        assertThat(folder.resolve("out/weir/catalog.json")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("out/weir/envelope.avsc"))).contains("EventEnvelope");
        assertThat(folder.resolve("derived/athena/bronze_events.sql")).isNotEmptyFile();
    }

    private String[] arguments() {
        return new String[] {
            folder.toString(),
            folder.resolve("out").toString(),
            folder.resolve("derived").toString()
        };
    }

    private void foundOnlyAfter(String text, String replacement, String place, String words) throws IOException {
        tree.replacing(PRODUCT, text, replacement);
        foundOnly(place, words);
    }

    private void foundOnly(String place, String words) {
        assertThat(tree.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString(place);
            assertThat(problem.toString()).contains(words);
            assertThat(problem.remedy()).isNotBlank();
        });
    }
}
