package dev.weir.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.ConsentDefaults;
import dev.weir.core.event.ConsentSignals;
import dev.weir.core.event.Objection;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Wishes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final List<Purpose> PURPOSES =
            List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.AD_TARGETING);
    private static final ConsentDefaults US_OPTS_OUT =
            new ConsentDefaults(Optional.of("market"), Set.of("US"), Optional.empty(), Set.of(), Map.of());

    private static Receipt.Answer decide(Purpose purpose, Wishes wishes, ConsentDefaults defaults) {
        return Rule.decide(purpose, wishes, Optional.of("US"), defaults);
    }

    private static ConsentSignals says(Purpose purpose, boolean answer) {
        return new ConsentSignals(Map.of(purpose, answer));
    }

    private static final ConsentSignals SILENCE = new ConsentSignals(Map.of());

    /// More objections never allow more.
    @Property
    void sayingNoBesideWhateverElseIsSaidRefuses(@ForAll("wishes") Wishes wishes, @ForAll("purposes") Purpose purpose) {
        for (Wishes stricter : stricter(wishes, purpose)) {
            assertThat(decide(purpose, stricter, US_OPTS_OUT).allowed()).isFalse();
        }
    }

    private static List<Wishes> stricter(Wishes wishes, Purpose purpose) {
        Map<Purpose, Boolean> claimed = new HashMap<>(wishes.claimed().byPurpose());
        Map<Purpose, Boolean> said = new HashMap<>(wishes.said().byPurpose());
        claimed.put(purpose, false);
        said.put(purpose, false);
        List<Wishes> stricter = new ArrayList<>();
        stricter.add(new Wishes(new ConsentSignals(claimed), wishes.said(), wishes.objects(), wishes.kids()));
        stricter.add(new Wishes(wishes.claimed(), new ConsentSignals(said), wishes.objects(), wishes.kids()));
        stricter.add(new Wishes(wishes.claimed(), wishes.said(), true, wishes.kids()));
        stricter.add(wishes.with(new Objection(Objection.Reach.SOME_PURPOSES, Set.of(purpose))));
        stricter.add(wishes.with(Objection.ALL_PURPOSES));
        return stricter;
    }

    @Property
    void whatIsEssentialIsAllowedWhateverIsSaid(@ForAll("wishes") Wishes wishes) {
        assertThat(decide(Purpose.ESSENTIAL, wishes, US_OPTS_OUT))
                .isEqualTo(new Receipt.Answer(Purpose.ESSENTIAL, true, "essential"));
    }

    @Property
    void childrenAreNeverTargetedOrProfiled(@ForAll("wishes") Wishes wishes) {
        Wishes kids = new Wishes(wishes.claimed(), wishes.said(), wishes.objects(), true);

        assertThat(decide(Purpose.AD_TARGETING, kids, US_OPTS_OUT).by()).isEqualTo("kids");
        assertThat(decide(Purpose.PERSONALIZATION, kids, US_OPTS_OUT).allowed()).isFalse();
    }

    /// Whoever says yes where asking first is the law must have said it of this purpose.
    @Property
    void aYesToOnePurposeIsNoYesToAnother(@ForAll("purposes") Purpose asked, @ForAll("purposes") Purpose given) {
        Wishes wishes = new Wishes(says(given, true), says(given, true), false, false);

        boolean allowed =
                Rule.decide(asked, wishes, Optional.of("DE"), US_OPTS_OUT).allowed();

        assertThat(allowed).isEqualTo(asked.equals(given));
    }

    @Test
    void namesTheCredentialWhereItAndTheEventSayTheSame() {
        Wishes both = new Wishes(says(Purpose.ANALYTICS, false), says(Purpose.ANALYTICS, false), true, false);

        assertThat(decide(Purpose.ANALYTICS, both, US_OPTS_OUT).by()).isEqualTo("claims");
    }

    @Test
    void namesTheRequestBeforeTheCredential() {
        Wishes both = new Wishes(says(Purpose.ANALYTICS, false), SILENCE, true, false).with(Objection.ALL_PURPOSES);

        assertThat(decide(Purpose.ANALYTICS, both, US_OPTS_OUT).by()).isEqualTo("objection");
    }

    @Test
    void anObjectionCoversOnlyWhatTheProductLetsItCover() {
        ConsentDefaults ads = new ConsentDefaults(
                Optional.of("market"), Set.of("US"), Optional.of(Set.of(Purpose.AD_TARGETING)), Set.of(), Map.of());
        Wishes objection = new Wishes(SILENCE, SILENCE, true, false);

        assertThat(decide(Purpose.AD_TARGETING, objection, ads)).returns("gpc", Receipt.Answer::by);
        assertThat(decide(Purpose.ANALYTICS, objection, ads))
                .isEqualTo(new Receipt.Answer(Purpose.ANALYTICS, true, "region_default"));
    }

    @Test
    void aRegionThatIsNotKnownIsOneThatAsksFirst() {
        Wishes silence = new Wishes(SILENCE, SILENCE, false, false);

        assertThat(Rule.decide(Purpose.ANALYTICS, silence, Optional.empty(), US_OPTS_OUT))
                .isEqualTo(new Receipt.Answer(Purpose.ANALYTICS, false, "region_default"));
    }

    @Provide
    Arbitrary<Purpose> purposes() {
        return Arbitraries.of(PURPOSES);
    }

    @Provide
    Arbitrary<Wishes> wishes() {
        Arbitrary<ConsentSignals> signals = Arbitraries.maps(purposes(), Arbitraries.of(true, false))
                .ofMaxSize(3)
                .map(ConsentSignals::new);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(signals, signals, flags, flags).as(Wishes::new);
    }
}
