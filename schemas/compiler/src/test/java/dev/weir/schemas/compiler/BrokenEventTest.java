package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenEventTest {

    private static final String LAUNCH = "ott-streaming/events/app.launch/1.json";
    private static final String TYPES = "ott-streaming/types.json";

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void copySchemas() throws IOException {
        tree = new SchemaTree(folder);
    }

    @Test
    void nothingIsWrongWithTheCopyItself() {
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void reportsWhatIsNoJsonSchemaAtAll() throws IOException {
        tree.with(LAUNCH, "/properties/launch_type/minLength", "-1");
        foundOnly(LAUNCH + "#/properties/launch_type/minLength", "JSON Schema 2020-12");
    }

    @Test
    void reportsAPatternThatIsNoRegularExpression() throws IOException {
        tree.with(LAUNCH, "/properties/launch_type/pattern", "\"[a-\"");
        foundOnly(LAUNCH + "#/properties/launch_type/pattern", "regex");
    }

    @Test
    void reportsAPropertyWithoutAPrivacyClass() throws IOException {
        tree.without(LAUNCH, "/properties/launch_type/x-weir-privacy");
        foundOnly(LAUNCH + "#/properties/launch_type", "has no privacy class");
    }

    @Test
    void reportsAPropertyWithoutAPrivacyClassFarDown() throws IOException {
        tree.with(LAUNCH, "/properties/extra", """
                {"type": "array", "x-weir-privacy": "none",
                 "items": {"type": "object", "properties": {"name": {"type": "string"}}}}
                """);
        foundOnly(LAUNCH + "#/properties/extra/items/properties/name", "has no privacy class");
    }

    @Test
    void reportsAPropertyWhoseTypeHasNoPrivacyClass() throws IOException {
        tree.without(TYPES, "/$defs/cdn/x-weir-privacy");
        assertThat(tree.problems())
                .extracting(problem -> problem.place().toString())
                .contains("ott-streaming/events/playback.started/1.json#/properties/cdn")
                .filteredOn(place -> place.contains("/events/"))
                .allMatch(place -> place.endsWith("#/properties/cdn"));
    }

    @Test
    void reportsAnUnknownPrivacyClass() throws IOException {
        tree.with(LAUNCH, "/properties/launch_type/x-weir-privacy", "\"public\"");
        foundOnly(LAUNCH + "#/properties/launch_type/x-weir-privacy", "unknown privacy class 'public'");
    }

    @Test
    void reportsAnUnknownIdentity() throws IOException {
        tree.with(TYPES, "/$defs/session_id/x-weir-identity", "\"household\"");
        foundOnly(
                "ott-streaming/events/playback.heartbeat/1.json#/properties/session_id/x-weir-identity",
                "unknown identity 'household'");
    }

    @Test
    void reportsAnIdentityOfWhatIsNoIdentifier() throws IOException {
        tree.with(LAUNCH, "/properties/launch_type/x-weir-identity", "\"user\"");
        foundOnly(LAUNCH + "#/properties/launch_type/x-weir-identity", "is not an identifier");
    }

    @Test
    void reportsAMisspeltAnnotation() throws IOException {
        tree.with(LAUNCH, "/x-weir-samplnig", "0.1");
        foundOnly(LAUNCH + "#/x-weir-samplnig", "not an annotation");
    }

    @Test
    void reportsAMissingAnnotation() throws IOException {
        tree.without(LAUNCH, "/x-weir-category");
        foundOnly(LAUNCH + "#/x-weir-category", "name the group of events");
    }

    @Test
    void reportsAnUnknownPurpose() throws IOException {
        tree.with(LAUNCH, "/x-weir-purpose", "\"curiosity\"");
        foundOnly(LAUNCH + "#/x-weir-purpose", "use one of [ad_targeting, analytics, essential, personalization]");
    }

    @Test
    void reportsAnUnknownRetentionClass() throws IOException {
        tree.with(LAUNCH, "/x-weir-retention", "\"forever\"");
        foundOnly(LAUNCH + "#/x-weir-retention", "'forever' is not known");
    }

    @Test
    void reportsAnUnknownSource() throws IOException {
        tree.with(LAUNCH, "/x-weir-sources", "[\"client\", \"satellite\"]");
        foundOnly(LAUNCH + "#/x-weir-sources/1", "client, server, or both");
    }

    @Test
    void reportsANameThatDisagreesWithThePath() throws IOException {
        tree.with(LAUNCH, "/x-weir-event", "\"app.lunch\"");
        foundOnly(LAUNCH + "#/x-weir-event", "make it app.launch");
    }

    @Test
    void reportsAVersionThatDisagreesWithThePath() throws IOException {
        tree.with(LAUNCH, "/x-weir-version", "2");
        foundOnly(LAUNCH + "#/x-weir-version", "make it 1");
    }

    @Test
    void reportsAnIdThatDisagreesWithThePath() throws IOException {
        tree.with(LAUNCH, "/$id", "\"https://weir.dev/schemas/ott-streaming/events/app.launch/2.json\"");
        foundOnly(LAUNCH + "#/$id", "make it https://weir.dev/schemas/" + LAUNCH);
    }

    @Test
    void reportsAFileThatIsNoVersion() throws IOException {
        tree.write("ott-streaming/events/app.launch/latest.json", "{}");
        foundOnly("ott-streaming/events/app.launch/latest.json", "name it <version>.json");
    }

    @Test
    void reportsAnEventWithoutAVersion() throws IOException {
        tree.delete(LAUNCH);
        foundOnly("ott-streaming/events/app.launch", "has no version");
    }

    @Test
    void reportsAPropertyThatCannotBeAColumn() throws IOException {
        tree.with(LAUNCH, "/properties/launch-type", "{\"type\": \"string\", \"x-weir-privacy\": \"none\"}");
        foundOnly(LAUNCH + "#/properties", "launch-type");
    }

    @Test
    void reportsARequiredPropertyThatIsNotDefined() throws IOException {
        tree.with(LAUNCH, "/required", "[\"launch_typ\"]");
        foundOnly(LAUNCH + "#/required", "requires 'launch_typ'");
    }

    @Test
    void reportsASchemaThatIsClosedToNewerEvents() throws IOException {
        tree.with(LAUNCH, "/additionalProperties", "false");
        foundOnly(LAUNCH + "#/additionalProperties", "unknown properties are stripped");
    }

    @Test
    void reportsAReferenceToNothing() throws IOException {
        tree.with(LAUNCH, "/properties/platform/$ref", "\"../../types.json#/$defs/platfrom\"")
                .with(LAUNCH, "/properties/platform/x-weir-privacy", "\"none\"");
        foundOnly(LAUNCH + "#/properties/platform/$ref", "refers to nothing in " + TYPES);
    }

    @Test
    void reportsAReferenceToAMissingFile() throws IOException {
        tree.with(LAUNCH, "/properties/platform/$ref", "\"../../typs.json#/$defs/platform\"")
                .with(LAUNCH, "/properties/platform/x-weir-privacy", "\"none\"");
        foundOnly("ott-streaming/typs.json", "is missing");
    }

    @Test
    void reportsAReferenceOutOfTheProduct() throws IOException {
        tree.with(LAUNCH, "/properties/platform/$ref", "\"../../../envelope.json#/properties/platform\"")
                .with(LAUNCH, "/properties/platform/x-weir-privacy", "\"none\"");
        foundOnly(LAUNCH + "#/properties/platform/$ref", "leaves its product's folder");
    }

    @Test
    void reportsAReferenceThatGoesRoundInCircles() throws IOException {
        tree.with(TYPES, "/$defs/platform", "{\"$ref\": \"#/$defs/platform\", \"x-weir-privacy\": \"none\"}");
        foundOnly(TYPES + "#/$defs/platform/$ref", "refers to itself");
    }

    @Test
    void reportsARuleBesideAReference() throws IOException {
        tree.with(LAUNCH, "/properties/platform/maxLength", "3");
        foundOnly(LAUNCH + "#/properties/platform/maxLength", "is a rule beside a $ref");
    }

    @Test
    void reportsANameThatIsThereTwice() throws IOException {
        tree.replacing(LAUNCH, "\"title\"", "\"title\": \"Launch\",\n  \"title\"");
        foundOnly(LAUNCH, "cannot be read: Duplicate field 'title'\n    -> mend it at line 4, column");
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() throws IOException {
        tree.with(LAUNCH, "/x-weir-purpose", "\"curiosity\"")
                .without(LAUNCH, "/properties/launch_type/x-weir-privacy")
                .with("ott-streaming/events/screen.view/1.json", "/x-weir-retention", "\"forever\"")
                .replacing("ott-streaming/product.yaml", "region_field: market", "region_field: mood");

        assertThat(tree.problems())
                .extracting(problem -> problem.place().toString())
                .containsExactly(
                        LAUNCH + "#/properties/launch_type",
                        LAUNCH + "#/x-weir-purpose",
                        "ott-streaming/events/screen.view/1.json#/x-weir-retention",
                        "ott-streaming/product.yaml#/consent/region_field");
    }

    private void foundOnly(String place, String words) {
        assertThat(tree.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString(place);
            assertThat(problem.toString()).contains(words);
            assertThat(problem.remedy()).isNotBlank();
        });
    }
}
