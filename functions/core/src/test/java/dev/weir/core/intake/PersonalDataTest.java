package dev.weir.core.intake;

import static dev.weir.core.intake.Events.itemViewed;
import static dev.weir.core.intake.Events.parse;
import static dev.weir.core.intake.Events.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Source;
import dev.weir.core.event.Violation;
import dev.weir.core.privacy.PseudonymKeys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of personal data in a product that rejects cards, removes IBANs, hashes SSNs, and masks the rest.
class PersonalDataTest {

    private final Intake intake = new Intake(Catalog.load(), new PseudonymKeys(1, Map.of(1, new byte[32])));

    private Verdict admit(Events event) {
        return intake.admit(event.raw(), sender(Source.CLIENT));
    }

    private Verdict.Accepted accepted(Events event) {
        return assertThat(admit(event))
                .asInstanceOf(type(Verdict.Accepted.class))
                .actual();
    }

    private JsonNode stored(String property, String json) {
        return accepted(itemViewed().property(property, json))
                .event()
                .properties()
                .path(property);
    }

    private String user() {
        return accepted(itemViewed())
                .event()
                .identities()
                .pseudonym(IdentityKind.USER)
                .orElseThrow()
                .hex();
    }

    @Test
    void rejectsWithThePlaceAndKindAndNeverTheValue() {
        Verdict verdict = admit(itemViewed().property("details", "{\"a\": [\"4111 1111 1111 1111\"]}"));

        assertThat(verdict)
                .isEqualTo(new Verdict.Rejected(
                        RejectReason.PERSONAL_DATA,
                        List.of(new Violation(
                                "/properties/details/a/0", "must not hold personal data of the kind card"))));
    }

    @Test
    void rejectsItInAKeyToo() {
        Verdict verdict = admit(itemViewed().property("details", "{\"4111 1111 1111 1111\": 1}"));

        assertThat(verdict)
                .asInstanceOf(type(Verdict.Rejected.class))
                .satisfies(rejected -> assertThat(rejected.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/properties/details/*"));
    }

    @Test
    void removesTheWholeValue() {
        Verdict.Accepted verdict = accepted(itemViewed().property("comment", "\"to DE89 3704 0044 0532 0130 00\""));

        assertThat(verdict.event().properties().has("comment")).isFalse();
        assertThat(verdict.receipt().redactions())
                .containsExactly(new Redaction("/properties/comment", "iban", Redaction.Action.REMOVED));
    }

    @Test
    void hashesEqualValuesEqually() {
        String first = stored("comment", "\"ssn 219-09-9999\"").asText();

        assertThat(first).matches("ssn \\[ssn:[0-9a-f]{32}]");
        assertThat(stored("details", "\"219%2D09%2D9999\"").asText()).isEqualTo(first.substring(4));
    }

    @Test
    void masksWhereTheProductSaysNothing() {
        assertThat(stored("comment", "\"call +44 20 7946 0958\"").asText()).isEqualTo("call [phone]");
    }

    @Test
    void masksThePartThatIsEncoded() {
        assertThat(stored("comment", "\"/u?to=jane%2540example.com&x=%20\"").asText())
                .isEqualTo("/u?to=[email]&x=%20");
    }

    @Test
    void leavesWhatThePropertyMayHold() {
        assertThat(stored("host", "\"203.0.113.9 of jane@example.com\"").asText())
                .isEqualTo("203.0.113.9 of [email]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"020 7946 0958\"", "[\"020 7946 0958\"]"})
    void masksANationalNumberUnderAKeyThatSaysSo(String value) {
        assertThat(stored("contact_phone", value).toString())
                .contains("[phone]")
                .doesNotContain("0958");
    }

    @Test
    void removesANumberUnderAKeyThatSaysSo() {
        assertThat(stored("contact_phone", "2079460958").isMissingNode()).isTrue();
    }

    @Test
    void keepsFlagsUnderPersonalKeys() {
        assertThat(stored("details", "{\"email\": true, \"phone\": null, \"mobile\": 2079460958}"))
                .isEqualTo(parse("{\"email\": true, \"phone\": null}"));
    }

    @Test
    void namesAnIdentifierInsideOfATextInAKeyAndAsANumber() {
        Verdict.Accepted verdict =
                accepted(itemViewed().with("user_id", "123456789").property("details", """
                {"url": "https://x/users/123456789/home?u=123456789", "n": 123456789, "123456789": 1,
                 "other": "1234567890", "encoded": "/%75/%31%32%33456789"}"""));
        String name = verdict.event()
                .identities()
                .pseudonym(IdentityKind.USER)
                .orElseThrow()
                .hex();

        assertThat(verdict.event().properties().get("details")).isEqualTo(parse("""
                {"url": "https://x/users/%1$s/home?u=%1$s", "n": "%1$s", "%1$s": 1,
                 "other": "1234567890", "encoded": "/%%75/%1$s"}""".formatted(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "\"123456789\"", "123456789.0"})
    void takesANumberAndItsDigitsForOneIdentifier(String id) {
        assertThat(accepted(itemViewed().with("user_id", id)).event().identities())
                .isEqualTo(accepted(itemViewed().with("user_id", "\"123456789\""))
                        .event()
                        .identities());
    }

    @Test
    void looksForIdentifiersInTextsFromSixCharactersOn() {
        String text = "\"about five5 and sixsix\"";

        assertThat(accepted(itemViewed().with("user_id", "\"five5\"").property("comment", text))
                        .event()
                        .properties()
                        .get("comment"))
                .isEqualTo(parse(text));
        assertThat(accepted(itemViewed().with("user_id", "\"sixsix\"").property("comment", text))
                        .event()
                        .properties()
                        .get("comment")
                        .asText())
                .doesNotContain("sixsix");
    }

    @Test
    void namesAnIdentifierThatIsDeclaredBehindItsOccurrence() {
        String comment = accepted(itemViewed()
                        .property("comment", "\"asked friend-77\"")
                        .property("referrer_id", "\"friend-77\""))
                .event()
                .properties()
                .get("comment")
                .asText();

        assertThat(comment).matches("asked [0-9a-f]{32}");
    }

    @Test
    void namesAnEventByAPseudonymWhereItsIdTellsWhoItIs() {
        Verdict.Accepted verdict = accepted(itemViewed().with("event_id", "\"user-0815:17\""));

        assertThat(verdict.event().header().eventId()).matches("[0-9a-f]{32}");
        assertThat(verdict.receipt().redactions())
                .contains(new Redaction("/event_id", "identifier", Redaction.Action.HASHED));
        assertThat(accepted(itemViewed().with("event_id", "\"user-0815:17\""))
                        .event()
                        .header()
                        .eventId())
                .isEqualTo(verdict.event().header().eventId());
    }

    @Test
    void namesAnIdentifierInAContextField() {
        assertThat(accepted(itemViewed().with("platform", "\"tv of user-0815\""))
                        .event()
                        .context())
                .containsEntry("platform", "tv of " + user());
    }

    @Test
    void doesNotShowAKeyThatMayBePersonalInAViolation() {
        assertThat(admit(itemViewed().without("session_id").property("jane@example.com", "1"))
                        .toString())
                .doesNotContain("jane");
    }

    @Test
    void keepsTheOrderOfMembersAroundWhatIsTakenOut() {
        assertThat(stored("details", "{\"z\": 1.5, \"email\": \"x\", \"a\": [1, \"a@b.example\", true]}"))
                .hasToString("{\"z\":1.5,\"a\":[1,\"[email]\",true]}");
    }
}
