package dev.weir.core.intake;

import static dev.weir.core.intake.Events.itemViewed;
import static dev.weir.core.intake.Events.loginChecked;
import static dev.weir.core.intake.Events.parse;
import static dev.weir.core.intake.Events.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.DropReason;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.Violation;
import dev.weir.core.privacy.PseudonymKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final Intake intake = intake(1);

    private static Intake intake(int keyByte) {
        byte[] secret = new byte[32];
        secret[0] = (byte) keyByte;
        return new Intake(Catalog.load(), new PseudonymKeys(1, Map.of(1, secret)));
    }

    private Verdict admit(Events event) {
        return intake.admit(event.raw(), sender(Source.CLIENT));
    }

    private Verdict.Accepted accepted(Events event) {
        return assertThat(admit(event))
                .asInstanceOf(type(Verdict.Accepted.class))
                .actual();
    }

    private Verdict.Rejected rejected(Events event) {
        return assertThat(admit(event))
                .asInstanceOf(type(Verdict.Rejected.class))
                .actual();
    }

    @Test
    void keepsWhatIsAllowedAndSaysUntilWhen() {
        StoredEvent event = accepted(itemViewed()).event();

        assertThat(event.header().eventId()).isEqualTo("e-1");
        assertThat(event.header().type().version()).isEqualTo(2);
        assertThat(event.header().origin().tenant()).isEqualTo("client-tenant");
        assertThat(event.properties()).isEqualTo(parse("{\"item_id\": \"item-1\"}"));
        assertThat(event.context()).containsEntry("platform", "web").containsEntry("market", "GB");
        assertThat(event.receipt().kept().expires()).isEqualTo(LocalDate.parse("2026-05-09"));
    }

    @Test
    void takesTheVersionThatTheEventNames() {
        assertThat(accepted(itemViewed().with("schema_version", "1"))
                        .event()
                        .header()
                        .type()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void rejectsAVersionThatIsNotThere() {
        Verdict.Rejected verdict = rejected(itemViewed().with("schema_version", "3"));

        assertThat(verdict.reason()).isEqualTo(RejectReason.UNKNOWN_EVENT);
        assertThat(verdict.violations())
                .containsExactly(new Violation("/schema_version", "is not a version of this event; known: [1, 2]"));
    }

    @Test
    void rejectsAnUnknownEventAtItsName() {
        Verdict.Rejected verdict = rejected(itemViewed().with("event_name", "\"item.stolen\""));

        assertThat(verdict.reason()).isEqualTo(RejectReason.UNKNOWN_EVENT);
        assertThat(verdict.violations()).extracting(Violation::pointer).containsExactly("/event_name");
    }

    @Test
    void reportsEveryViolationWithItsPointer() {
        Verdict.Rejected verdict = rejected(itemViewed()
                .without("session_id")
                .with("client_timestamp", "\"yesterday\"")
                .with("properties", "{\"position\": -1, \"layout\": \"heap\"}"));

        assertThat(verdict.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(verdict.violations())
                .contains(
                        new Violation("/session_id", "is required"),
                        new Violation("/properties/item_id", "is required"),
                        new Violation("/properties/position", "must be at least 0"),
                        new Violation("/properties/layout", "must be one of grid, list"))
                .extracting(Violation::pointer)
                .contains("/client_timestamp");
    }

    @Test
    void neverQuotesAValueInAViolation() {
        Verdict.Rejected verdict = rejected(itemViewed()
                .with("event_id", "17")
                .with("client_timestamp", "\"jane@example.com\"")
                .with("properties", "{\"item_id\": \"\", \"layout\": \"jane@example.com\", \"position\": \"jane\"}"));

        assertThat(verdict.violations()).hasSizeGreaterThan(3);
        assertThat(verdict.violations())
                .noneMatch(violation -> violation.message().contains("jane"));
    }

    @Test
    void rejectsWhatIsNoObject() {
        Verdict verdict = intake.admit(new RawEvent(parse("[1]"), 0), sender(Source.CLIENT));

        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void rejectsPropertiesThatAreNoObject() {
        assertThat(rejected(itemViewed().with("properties", "[]")).violations())
                .contains(new Violation("/properties", "must be an object"));
    }

    @Test
    void rejectsAServerEventFromAClientKey() {
        Verdict.Rejected verdict = rejected(loginChecked());

        assertThat(verdict.reason()).isEqualTo(RejectReason.SOURCE_NOT_ALLOWED);
        assertThat(verdict.violations().getFirst().message()).contains("server key only");
    }

    @Test
    void dropsWhatIsNotConsentedTo() {
        Verdict verdict = admit(itemViewed().with("consent", "{\"analytics\": false}"));

        assertThat(verdict).isEqualTo(new Verdict.Dropped(new DropReason.NoConsent(Purpose.ANALYTICS)));
    }

    @Test
    void takesSilenceForNoWhereConsentIsOptIn() {
        assertThat(admit(itemViewed().without("consent"))).isInstanceOf(Verdict.Dropped.class);
    }

    @Test
    void takesSilenceForNoWhereTheRegionIsUnknown() {
        assertThat(admit(itemViewed().without("consent").without("market"))).isInstanceOf(Verdict.Dropped.class);
    }

    @Test
    void takesSilenceForYesWhereConsentIsOptOut() {
        Verdict.Accepted verdict = accepted(itemViewed().without("consent").with("market", "\"US\""));

        assertThat(verdict.receipt().decision().basis()).isEqualTo("region_default");
    }

    @Test
    void keepsAnEssentialEventWithoutConsent() {
        Verdict verdict = intake.admit(
                loginChecked().with("consent", "{\"analytics\": false}").raw(), sender(Source.SERVER));

        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void tagsTheUsesThatAreRuledOut() {
        Verdict.Accepted verdict =
                accepted(itemViewed().with("consent", "{\"analytics\": true, \"personalization\": false}"));

        assertThat(verdict.event().receipt().tags()).containsExactly("no_ad_targeting", "no_personalization");
    }

    @Test
    void removesWhatTheCatalogDoesNotKnow() {
        Verdict.Accepted verdict = accepted(itemViewed().property("shoe_size", "44"));

        assertThat(verdict.event().properties().has("shoe_size")).isFalse();
        assertThat(verdict.receipt().redactions())
                .containsExactly(new Redaction("/properties/shoe_size", "unknown", Redaction.Action.REMOVED));
    }

    @Test
    void doesNotShowAKeyThatMayBePersonal() {
        Verdict.Accepted verdict = accepted(itemViewed().property("jane@example.com", "1"));

        assertThat(verdict.receipt().redactions())
                .extracting(Redaction::pointer)
                .containsExactly("/properties/*");
    }

    @Test
    void removesSensitiveProperties() {
        assertThat(accepted(itemViewed().property("religion", "\"none\""))
                        .event()
                        .properties()
                        .has("religion"))
                .isFalse();
    }

    @Test
    void masksPersonalDataInFreeText() {
        StoredEvent event = accepted(itemViewed()
                        .property("comment", "\"write to jane@example.com or call +44 20 7946 0958, please\""))
                .event();

        assertThat(event.properties().get("comment").asText()).isEqualTo("write to [email] or call [phone], please");
        assertThat(event.receipt().redactions()).isEqualTo(2);
    }

    @Test
    void stripsPersonalKeysAndValuesAtAnyDepth() {
        StoredEvent event = accepted(itemViewed().property("details", """
                        {"a": [{"First-Name": "Jane", "note": "mail jane@example.com", "jane@example.com": 1}], "n": 7}""")).event();

        assertThat(event.properties().get("details"))
                .isEqualTo(parse("{\"a\": [{\"note\": \"mail [email]\"}], \"n\": 7}"));
    }

    @Test
    void leavesPropertiesWithoutPersonalDataAsTheyWere() {
        Events event = itemViewed()
                .property("position", "1767225600000")
                .property(
                        "details",
                        "{\"price\": 1.50, \"big\": 12345678901234567890, \"empty\": \"\", \"emoji\": \"🎬\"}");

        assertThat(accepted(event).event().properties().toString())
                .isEqualTo(event.raw().json().get("properties").toString());
    }

    @Test
    void removesAContextFieldThatHoldsPersonalData() {
        assertThat(accepted(itemViewed().with("platform", "\"jane@example.com\""))
                        .event()
                        .context())
                .doesNotContainKey("platform");
    }

    @Test
    void pseudonymisesIdentifiersTheSameWayEveryTime() {
        StoredEvent first = accepted(itemViewed()).event();
        StoredEvent second = accepted(itemViewed().with("event_id", "\"e-2\"")).event();

        assertThat(first.identities()).isEqualTo(second.identities());
        assertThat(first.identities().byKind()).containsOnlyKeys(IdentityKind.USER, IdentityKind.SESSION);
        assertThat(first.identities().subject()).isEqualTo(first.identities().pseudonym(IdentityKind.USER));
    }

    @Test
    void givesOnePersonDifferentPseudonymsUnderDifferentKeysAndTenants() {
        StoredEvent event = accepted(itemViewed()).event();
        Verdict otherKey = intake(2).admit(itemViewed().raw(), sender(Source.CLIENT));
        Verdict otherTenant = intake.admit(Events.loginChecked().raw(), sender(Source.SERVER));

        assertThat(((Verdict.Accepted) otherKey).event().identities()).isNotEqualTo(event.identities());
        assertThat(((Verdict.Accepted) otherTenant).event().identities()).isNotEqualTo(event.identities());
    }

    @Test
    void pseudonymisesTheSameIdInsideThePropertiesToo() {
        StoredEvent event = accepted(itemViewed()
                        .property("session_id", "\"session-4711\"")
                        .property("referrer_id", "\"friend-1\"")
                        .property("details", "{\"who\": [\"user-0815\"]}"))
                .event();

        assertThat(event.properties().get("session_id").asText())
                .isEqualTo(event.identities()
                        .pseudonym(IdentityKind.SESSION)
                        .orElseThrow()
                        .hex());
        assertThat(event.properties().at("/details/who/0").asText())
                .isEqualTo(event.identities()
                        .pseudonym(IdentityKind.USER)
                        .orElseThrow()
                        .hex());
        assertThat(event.properties().get("referrer_id").asText()).hasSize(32);
        assertThat(event.properties().toString()).doesNotContain("4711", "0815", "friend-1");
    }

    @Test
    void takesAnIdOfTwoKindsForTheMorePersonalOneInTheProperties() {
        StoredEvent event = accepted(
                        itemViewed().with("device_id", "\"user-0815\"").property("details", "{\"who\": \"user-0815\"}"))
                .event();

        assertThat(event.properties().at("/details/who").asText())
                .isEqualTo(event.identities()
                        .pseudonym(IdentityKind.USER)
                        .orElseThrow()
                        .hex());
    }

    @Test
    void keepsOnlyTheNetworkOfTheAddress() {
        assertThat(accepted(itemViewed()).event().context()).containsEntry("ip_prefix", "203.0.113.0/24");
    }

    @Test
    void truncatesIpv6AndMappedAddresses() {
        Verdict ipv6 = intake.admit(itemViewed().raw(), sender(Source.CLIENT, "2001:db8:1234:5678::9"));
        Verdict mapped = intake.admit(itemViewed().raw(), sender(Source.CLIENT, "::ffff:198.51.100.7"));

        assertThat(((Verdict.Accepted) ipv6).event().context())
                .containsEntry("ip_prefix", "2001:db8:1234:0:0:0:0:0/48");
        assertThat(((Verdict.Accepted) mapped).event().context()).containsEntry("ip_prefix", "198.51.100.0/24");
    }

    @Test
    void believesAClientClockWithinFiveMinutes() {
        StoredEvent event = accepted(itemViewed().with("client_timestamp", "\"2026-02-08T14:25:00Z\""))
                .event();

        assertThat(event.header().timing().clientTimeReliable()).isTrue();
    }

    @Test
    void flagsAClientClockBeyondFiveMinutes() {
        StoredEvent event = accepted(itemViewed().with("client_timestamp", "\"2026-02-08T15:24:59.999+01:00\""))
                .event();

        assertThat(event.header().timing().clientTimeReliable()).isFalse();
        assertThat(event.header().timing().clientTime()).isEqualTo(Instant.parse("2026-02-08T14:24:59.999Z"));
    }

    @Test
    void printsNothingPersonalOfAnyStage() {
        assertThat(itemViewed().raw().toString()).doesNotContain("0815");
        assertThat(sender(Source.CLIENT).toString()).doesNotContain("203.0.113");
        assertThat(accepted(itemViewed()).event().toString()).doesNotContain("item-1");
    }
}
