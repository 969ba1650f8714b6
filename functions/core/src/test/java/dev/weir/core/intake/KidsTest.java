package dev.weir.core.intake;

import static dev.weir.core.intake.Events.itemViewed;
import static dev.weir.core.intake.Events.parse;
import static dev.weir.core.intake.Events.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.Claims;
import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.ConsentSignals;
import dev.weir.core.event.Hints;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.event.Traits;
import dev.weir.core.privacy.PseudonymKeys;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Events of children's profiles (document 002 §8.5), and what credentials and requests say beside an event.
class KidsTest {

    private final Intake intake = new Intake(Catalog.load(), new PseudonymKeys(1, Map.of(1, new byte[32])));

    private Verdict.Accepted accepted(Events event, Sender sender) {
        return assertThat(intake.admit(event.raw(), sender))
                .asInstanceOf(type(Verdict.Accepted.class))
                .actual();
    }

    private static Sender claiming(Claims claims) {
        Sender plain = sender(Source.CLIENT);
        return new Sender(plain.credential(), claims, plain.arrival());
    }

    private static Sender with(Traits traits) {
        Sender plain = sender(Source.CLIENT);
        ClientAddress address = ClientAddress.of("203.0.113.77");
        return new Sender(
                plain.credential(), new Arrival("batch-1", Events.NOW, address, new Hints(false, null), traits));
    }

    private static Claims claims(Map<String, String> context, boolean kids) {
        return new Claims(new ConsentSignals(Map.of()), context, kids);
    }

    @Test
    void aChildLeavesNoIdsNoWordsAndNoNetwork() {
        Events event = itemViewed()
                .with("is_kids", "true")
                .with("device_id", "\"device-9\"")
                .property("session_id", "\"session-4711\"")
                .property("referrer_id", "\"friend-1\"")
                .property("comment", "\"I am seven\"")
                .property("item_id", "\"user-0815\"")
                .property("position", "7");

        var stored = accepted(event, with(new Traits(Map.of("country", "FR", "geo_region", "FR-IDF", "trace_id", "t"))))
                .event();

        assertThat(stored.identities().byKind()).isEmpty();
        assertThat(stored.properties()).isEqualTo(parse("{\"item_id\": \"[identifier]\", \"position\": 7}"));
        assertThat(stored.context()).isEqualTo(Map.of("platform", "web", "market", "GB", "country", "FR"));
        assertThat(stored.receipt().tags()).containsExactly("kids", "no_ad_targeting", "no_personalization");
    }

    @Test
    void theCredentialMarksAChildToo() {
        assertThat(accepted(itemViewed(), claiming(claims(Map.of(), true)))
                        .event()
                        .identities()
                        .byKind())
                .isEmpty();
    }

    @Test
    void theEventCannotUnmarkWhatTheCredentialMarks() {
        assertThat(accepted(itemViewed().with("is_kids", "false"), claiming(claims(Map.of(), true)))
                        .event()
                        .receipt()
                        .tags())
                .contains("kids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"yes\"", "1", "{}", "\"false\""})
    void anythingButAPlainNoMarks(String flag) {
        assertThat(accepted(itemViewed().with("is_kids", flag), sender(Source.CLIENT))
                        .event()
                        .receipt()
                        .tags())
                .contains("kids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null"})
    void aPlainNoOrNothingDoesNotMark(String flag) {
        assertThat(accepted(itemViewed().with("is_kids", flag), sender(Source.CLIENT))
                        .event()
                        .receipt()
                        .tags())
                .isEmpty();
    }

    @Test
    void theCredentialsContextWinsOverTheEvents() {
        var stored = accepted(
                        itemViewed(), claiming(claims(Map.of("platform", "tv", "subscription_tier", "gold"), false)))
                .event();

        assertThat(stored.context()).containsEntry("platform", "tv").containsEntry("subscription_tier", "gold");
    }

    @Test
    void theEventsContextWinsOverWhatTheRequestTells() {
        var stored = accepted(itemViewed(), with(new Traits(Map.of("platform", "guess", "os_family", "Linux"))))
                .event();

        assertThat(stored.context()).containsEntry("platform", "web").containsEntry("os_family", "Linux");
    }

    @Test
    void theCountryDecidesWhereTheEventDoesNotSayItsMarket() {
        Events undecided = itemViewed().without("consent").without("market");

        assertThat(accepted(undecided, with(new Traits(Map.of("country", "US"))))
                        .receipt()
                        .decision()
                        .basis())
                .isEqualTo("region_default");
        assertThat(intake.admit(undecided.raw(), with(new Traits(Map.of("country", "FR")))))
                .isInstanceOf(Verdict.Dropped.class);
    }

    @Test
    void theMarketDecidesWhereTheEventSaysIt() {
        Events undecided = itemViewed().without("consent");

        assertThat(intake.admit(undecided.raw(), with(new Traits(Map.of("country", "US")))))
                .isInstanceOf(Verdict.Dropped.class);
    }
}
