package dev.weir.core.intake;

import static dev.weir.core.intake.Events.itemViewed;
import static dev.weir.core.intake.Events.parse;
import static dev.weir.core.intake.Events.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Claims;
import dev.weir.core.event.ConsentSignals;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.RawIdentities;
import dev.weir.core.event.RejectReason;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.Violation;
import dev.weir.core.privacy.PseudonymKeys;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an access token proves of a person, and events that say the same, another or nothing.
class ProvenIdentitiesTest {

    private static final String MISTAKE = "must be the user that the access token is of; leave it out, and it is";

    private final Intake intake = new Intake(Catalog.load(), new PseudonymKeys(1, Map.of(1, new byte[32])));

    private static Sender token(IdentityKind kind, String id) {
        Sender plain = sender(Source.CLIENT);
        Claims claims = new Claims(new ConsentSignals(Map.of()), Map.of(), new RawIdentities(Map.of(kind, id)), false);
        return new Sender(plain.credential(), claims, plain.arrival());
    }

    private StoredEvent stored(Events event, Sender sender) {
        return assertThat(intake.admit(event.raw(), sender))
                .asInstanceOf(type(Verdict.Accepted.class))
                .actual()
                .event();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"user-0816\"", "\"USER-0815\"", "\"\"", "\" user-0815\""})
    void anEventOfAnotherUserIsRejected(String other) {
        Verdict verdict =
                intake.admit(itemViewed().with("user_id", other).raw(), token(IdentityKind.USER, "user-0815"));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
            assertThat(rejected.violations()).contains(new Violation("/user_id", MISTAKE));
            assertThat(rejected.toString()).doesNotContain("0815").doesNotContain("0816");
        });
    }

    @Test
    void anEventOfTheSameUserIsThatUsers() {
        assertThat(stored(itemViewed(), token(IdentityKind.USER, "user-0815")).identities())
                .isEqualTo(stored(itemViewed(), sender(Source.CLIENT)).identities());
    }

    @Test
    void anEventThatNamesNoUserIsTheTokens() {
        StoredEvent event = stored(itemViewed().without("user_id"), token(IdentityKind.USER, "user-0815"));

        assertThat(event.identities())
                .isEqualTo(stored(itemViewed(), sender(Source.CLIENT)).identities());
    }

    @Test
    void anEventThatSaysNullIsNobodys() {
        StoredEvent event = stored(itemViewed().with("user_id", "null"), token(IdentityKind.USER, "user-0815"));

        assertThat(event.identities().byKind()).containsOnlyKeys(IdentityKind.SESSION);
    }

    @Test
    void whomTheTokenProvesIsReplacedInPropertiesToo() {
        Events event = itemViewed().without("user_id").property("item_id", "\"/u/user-0815/x\"");

        StoredEvent stored = stored(event, token(IdentityKind.USER, "user-0815"));

        assertThat(stored.properties().toString()).doesNotContain("user-0815");
    }

    @Test
    void whomTheTokenProvesIsNotStoredWhereTheProfileIsAChilds() {
        Events event = itemViewed().without("user_id").with("is_kids", "true");

        assertThat(stored(event, token(IdentityKind.USER, "user-0815"))
                        .identities()
                        .byKind())
                .isEmpty();
    }

    @Test
    void aKindThatTheEnvelopeLacksIsNotTaken() {
        StoredEvent event = stored(itemViewed(), token(IdentityKind.ANONYMOUS, "anonymous-1"));

        assertThat(event.identities().byKind()).doesNotContainKey(IdentityKind.ANONYMOUS);
        assertThat(event.properties()).isEqualTo(parse("{\"item_id\": \"item-1\"}"));
    }
}
