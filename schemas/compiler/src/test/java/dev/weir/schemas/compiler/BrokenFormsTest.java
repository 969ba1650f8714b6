package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenFormsTest {

    private static final String PRODUCT = ManyForms.PRODUCT;
    private static final String FIRST = PRODUCT + "#/dialect/forms/0";
    private static final String SECOND = PRODUCT + "#/dialect/forms/1";

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void addAProductOfManyForms() throws IOException {
        tree = ManyForms.addedTo(new SchemaTree(folder));
    }

    @Test
    void nothingIsWrongWithTheProductItself() {
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void reportsAFormWithoutAName() throws IOException {
        foundOnlyAfter("- name: named\n      event_name", "- event_name", SECOND + "/name", "lower case");
    }

    @Test
    void reportsTwoFormsOfOneName() throws IOException {
        foundOnlyAfter("- name: named", "- name: performance", SECOND + "/name", "'performance' is taken");
    }

    @Test
    void reportsAFormAfterOneThatEveryEventIsOf() throws IOException {
        foundOnlyAfter("""
                      when:
                        - {at: /event_type, in: [performance, 7, true]}
                        - {at: /metric_id, present: false}
                """, "", SECOND, "is never reached");
    }

    @Test
    void reportsADialectWithoutForms() throws IOException {
        tree.replacing("ott-streaming/product.yaml", "dialect:\n", "dialect:\n  forms: []\n");

        assertThat(tree.problems())
                .extracting(problem -> problem.place().toString())
                .contains(
                        "ott-streaming/product.yaml#/dialect/forms", "ott-streaming/product.yaml#/dialect/event_name");
    }

    @Test
    void reportsAConditionOfTheOnlyForm() throws IOException {
        tree.replacing("ott-streaming/product.yaml", "dialect:\n", "dialect:\n  when: []\n");
        foundOnly("ott-streaming/product.yaml#/dialect/when", "not defined");
    }

    @Test
    void reportsALineThatSaysTwoThings() throws IOException {
        foundOnlyAfter("present: false", "present: false, in: [a]", FIRST + "/when/1", "either in or present");
    }

    @Test
    void reportsALineThatSaysNothing() throws IOException {
        foundOnlyAfter(", present: false", "", FIRST + "/when/1", "either in or present");
    }

    @Test
    void reportsALineThatComparesWithAnObject() throws IOException {
        foundOnlyAfter("in: [performance, 7, true]", "in: [{a: b}]", FIRST + "/when/0/in/0", "strings, numbers");
    }

    @Test
    void reportsALineThatComparesWithNull() throws IOException {
        foundOnlyAfter("in: [performance, 7, true]", "in: [~]", FIRST + "/when/0/in/0", "strings, numbers");
    }

    @Test
    void reportsALineWhosePlaceIsNoPointer() throws IOException {
        foundOnlyAfter("at: /metric_id", "at: metric_id", FIRST + "/when/1/at", "a JSON pointer");
    }

    @Test
    void reportsASettingOfAFormThatIsUnknown() throws IOException {
        foundOnlyAfter("event_id: /id", "event_id: /id\n      evnt: x", SECOND + "/evnt", "not defined");
    }

    @Test
    void reportsAFormWithTwoNamesForItsEvents() throws IOException {
        foundOnlyAfter("event_name: /name", "event_name: /name\n      event: chat", SECOND, "names its event, and");
    }

    @Test
    void reportsAFormWithNoNameForItsEvents() throws IOException {
        foundOnlyAfter("      event: performance\n", "", FIRST, "does not say what its events are called");
    }

    @Test
    void reportsAFormOfAnEventThatIsNone() throws IOException {
        foundOnlyAfter("event: performance", "event: performnce", FIRST + "/event", "'performnce' is not an event");
    }

    @Test
    void reportsAFormThatCanNameNoEvent() throws IOException {
        SchemaTree empty = tree.replacing(PRODUCT, "event: performance", "event: chat")
                .delete(ManyForms.CHAT)
                .delete("many/events/chat")
                .delete(ManyForms.PERFORMANCE)
                .delete("many/events/performance");

        assertThat(empty.problems())
                .extracting(problem -> problem.place().toString())
                .contains(SECOND + "/event_name", FIRST + "/event");
    }

    @Test
    void reportsAnIdThatIsThereAndNotRequired() throws IOException {
        foundOnlyAfter("required: [/id, ", "required: [", SECOND + "/required", "lacks the place of event_id");
    }

    @Test
    void reportsANumericIdentityThatIsNotMapped() throws IOException {
        foundOnlyAfter(
                "numeric_identities: [user]",
                "numeric_identities: [user, profile]",
                SECOND + "/numeric_identities",
                "lists profile, which is not mapped");
    }

    @Test
    void reportsAnythingButTheVersionAmongTheProperties() throws IOException {
        foundOnlyAfter("{ads: /ads,", "{ads: /data/ads,", SECOND + "/consent/ads", "overlaps with");
    }

    @Test
    void reportsPropertiesInsideOfTheVersion() throws IOException {
        tree.replacing(PRODUCT, "schema_version: /data/version", "schema_version: /data")
                .replacing(PRODUCT, ", /data/version]", "]");
        foundOnly(SECOND + "/schema_version", "overlaps with");
    }

    @Test
    void reportsAnIdentityThatStaysInThePropertiesAsItIs() throws IOException {
        tree.with(ManyForms.PERFORMANCE, "/properties/context/properties/session_id", """
                {"type": "string", "x-weir-privacy": "none"}
                """);
        foundOnly(FIRST + "/identities/session", "which performance keeps as it is");
    }

    @Test
    void reportsAnIdentityThatStaysInAnOpenProperty() throws IOException {
        tree.with(ManyForms.PERFORMANCE, "/properties/context", """
                {"type": "object", "x-weir-privacy": "free_text"}
                """);
        foundOnly(FIRST + "/identities/session", "which performance keeps as it is");
    }

    @Test
    void takesAnIdentityWhosePropertyIsStripped() throws IOException {
        tree.without(ManyForms.PERFORMANCE, "/properties/context");
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void takesAnIdentityWhosePropertyIsRemovedAsAWhole() throws IOException {
        tree.with(ManyForms.PERFORMANCE, "/properties/context", """
                {"type": "object", "x-weir-privacy": "sensitive"}
                """);
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void takesAnIdentityWhoseMemberIsIgnored() throws IOException {
        tree.replacing(PRODUCT, "ignored: [/event_type, /sent/by]", "ignored: [/event_type, /context]")
                .with(ManyForms.PERFORMANCE, "/properties/context", """
                        {"type": "object", "x-weir-privacy": "free_text"}
                        """);
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void reportsALimitThatNoPayloadCouldMeet() throws IOException {
        foundOnlyAfter("payload_bytes: 2048", "payload_bytes: 0", PRODUCT + "#/limits/payload_bytes", "most bytes of");
    }

    @Test
    void reportsARateUnderWhichAFullRequestCouldNeverPass() throws IOException {
        foundOnlyAfter(
                "payload_bytes: 2048",
                "payload_bytes: 2048, rate: {events_per_second: 4, burst_seconds: 2}",
                PRODUCT + "#/limits/rate",
                "is less than the 10 events that one request may have");
    }

    @Test
    void reportsRegionsThatNoEventTells() throws IOException {
        foundOnlyAfter(
                "tagged: [ads]", "tagged: [ads]\n  opt_out: [US]", PRODUCT + "#/consent/opt_out", "region_field");
    }

    @Test
    void reportsATagForAPurposeThatNobodyIsAskedAbout() throws IOException {
        foundOnlyAfter("tagged: [ads]", "tagged: [advertising]", PRODUCT + "#/consent/tagged", "'advertising' is no");
    }

    @Test
    void reportsATagForWhatNeedsNoConsent() throws IOException {
        foundOnlyAfter("tagged: [ads]", "tagged: [essential]", PRODUCT + "#/consent/tagged", "needs no consent");
    }

    @Test
    void reportsAnEffectOnAPurposeThatIsNone() throws IOException {
        foundOnlyAfter("chats: drop", "chat: drop", PRODUCT + "#/consent/without/chat", "use one of [ads, chats, tele");
    }

    @Test
    void reportsAnEffectOnWhatNeedsNoConsent() throws IOException {
        foundOnlyAfter("chats: drop", "essential: drop", PRODUCT + "#/consent/without/essential", "needs no consent");
    }

    @Test
    void reportsAnEffectThatIsNone() throws IOException {
        foundOnlyAfter("anonymise", "anonymize", PRODUCT + "#/consent/without/telemetry", "drop or anonymise");
    }

    @Test
    void reportsAPurposeThatIsTaggedAndAnonymised() throws IOException {
        foundOnlyAfter("chats: drop", "ads: anonymise", PRODUCT + "#/consent/without/ads", "is tagged as well");
    }

    @Test
    void takesAPurposeWithoutAFlagWhoseEventsAreAnonymised() throws IOException {
        tree.replacing(PRODUCT, "consent: {telemetry: /consent/telemetry}", "consent: {}");
        assertThat(tree.problems()).isEmpty();
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
