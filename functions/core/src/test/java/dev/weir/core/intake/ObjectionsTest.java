package dev.weir.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Claims;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Objection;
import dev.weir.core.event.Objections;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.core.privacy.Pseudonyms;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectionsTest {

    private static final PseudonymKeys KEYS = new PseudonymKeys(2, Map.of(1, secret(1), 2, secret(2)));
    private static final Objection ANALYTICS = new Objection(Objection.Reach.SOME_PURPOSES, Set.of(Purpose.ANALYTICS));

    private final Intake intake = new Intake(Catalog.load(), KEYS);

    private static byte[] secret(int version) {
        byte[] secret = new byte[32];
        secret[0] = (byte) version;
        return secret;
    }

    @Test
    void anObjectionDropsTheEventAlthoughTheEventAgrees() {
        assertThat(reason(Events.itemViewed(), of("user-0815", ANALYTICS))).isEqualTo("no_consent_analytics");
    }

    @Test
    void theReceiptNamesTheObjectionAsWhatWon() {
        Objection ads = new Objection(Objection.Reach.SOME_PURPOSES, Set.of(Purpose.AD_TARGETING));

        Verdict.Accepted kept =
                (Verdict.Accepted) intake.admit(Events.itemViewed().raw(), sender(of("user-0815", ads)));

        assertThat(kept.receipt().decision().answers())
                .contains(new Receipt.Answer(Purpose.AD_TARGETING, false, "objection"));
        assertThat(kept.receipt().tags()).contains("no_ad_targeting");
    }

    @Test
    void anObjectionToAllPurposesLeavesWhatIsEssential() {
        Objections objections = of("server-tenant", "user-0815", Objection.ALL_PURPOSES);

        assertThat(reason(Events.itemViewed(), of("user-0815", Objection.ALL_PURPOSES)))
                .isEqualTo("no_consent_analytics");
        assertThat(intake.admit(Events.loginChecked().raw(), server(objections)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void ofWhoAskedForRestrictionNotEvenTheEssentialIsKept() {
        Verdict verdict = intake.admit(
                Events.loginChecked().raw(), server(of("server-tenant", "user-0815", Objection.EVERYTHING)));

        assertThat(((Verdict.Dropped) verdict).reason().code()).isEqualTo("restricted");
    }

    @Test
    void othersAreNotConcerned() {
        assertThat(intake.admit(Events.itemViewed().raw(), sender(of("user-4711", Objection.EVERYTHING))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void whoObjectedUnderAnEarlierKeyIsRecognised() {
        var all = new Pseudonyms(KEYS).allVersions("shop", "client-tenant", IdentityKind.USER, "user-0815");

        assertThat(reason(
                        Events.itemViewed(),
                        new Objections(Objection.NONE, Map.of(all.getLast(), Objection.EVERYTHING))))
                .isEqualTo("restricted");
    }

    @Test
    void aTenantThatIsRestrictedAsAWholeSendsNothing() {
        assertThat(reason(Events.itemViewed(), new Objections(Objection.EVERYTHING, Map.of())))
                .isEqualTo("restricted");
    }

    private String reason(Events event, Objections objections) {
        return ((Verdict.Dropped) intake.admit(event.raw(), sender(objections)))
                .reason()
                .code();
    }

    private static Objections of(String user, Objection objection) {
        return of("client-tenant", user, objection);
    }

    private static Objections of(String tenant, String user, Objection objection) {
        Map<Pseudonym, Objection> names = new HashMap<>();
        new Pseudonyms(KEYS)
                .allVersions("shop", tenant, IdentityKind.USER, user)
                .forEach(name -> names.put(name, objection));
        return new Objections(Objection.NONE, names);
    }

    private static Sender sender(Objections objections) {
        return sender(Source.CLIENT, objections);
    }

    private static Sender server(Objections objections) {
        return sender(Source.SERVER, objections);
    }

    private static Sender sender(Source source, Objections objections) {
        Sender plain = Events.sender(source);
        return new Sender(plain.credential(), Claims.NONE, plain.arrival(), objections);
    }
}
