package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.Objection;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectionBookTest {

    private static final Pseudonym ANA = new Pseudonym(1, 1);
    private static final Pseudonym ANA_BEFORE = new Pseudonym(1, 2);
    private static final Pseudonym BEN = new Pseudonym(2, 1);
    private static final Objection ANALYTICS = new Objection(Objection.Reach.SOME_PURPOSES, Set.of(Purpose.ANALYTICS));
    private static final Objection ADS = new Objection(Objection.Reach.SOME_PURPOSES, Set.of(Purpose.AD_TARGETING));

    private final ObjectionBook book = new ObjectionBook();

    @Test
    void whatWasObjectedToOneAfterTheOtherIsRefusedTogether() {
        book.add(List.of(entry(ANALYTICS, false, ANA), entry(ADS, false, ANA)));

        assertThat(of(ANA).covers(Purpose.ANALYTICS)).isTrue();
        assertThat(of(ANA).covers(Purpose.AD_TARGETING)).isTrue();
        assertThat(of(ANA).covers(Purpose.PERSONALIZATION)).isFalse();
        assertThat(of(BEN)).isEqualTo(Objection.NONE);
    }

    @Test
    void anObjectionToAllPurposesLeavesTheEssentialOne() {
        book.add(List.of(entry(Objection.ALL_PURPOSES, false, ANA)));

        assertThat(of(ANA).covers(new Purpose("one of next year"))).isTrue();
        assertThat(of(ANA).covers(Purpose.ESSENTIAL)).isFalse();
    }

    @Test
    void aRestrictionThatIsTakenBackLeavesTheObjection() {
        book.add(List.of(entry(ANALYTICS, false, ANA), entry(Objection.EVERYTHING, false, ANA)));
        assertThat(of(ANA).isRestriction()).isTrue();

        book.add(List.of(entry(Objection.EVERYTHING, true, ANA)));

        assertThat(of(ANA)).isEqualTo(ANALYTICS);
    }

    @Test
    void whoTakesEverythingBackIsForgotten() {
        book.add(List.of(entry(ANALYTICS, false, ANA), entry(Objection.ALL_PURPOSES, true, ANA)));

        assertThat(book.of("shop", "acme").isEmpty()).isTrue();
    }

    @Test
    void aTenantIsMeantAsAWhole() {
        book.add(List.of(entry(Objection.EVERYTHING, false)));

        assertThat(book.of("shop", "acme").ofAll().isRestriction()).isTrue();
        assertThat(book.of("shop", "acme").isEmpty()).isFalse();
        assertThat(book.of("shop", "other").isEmpty()).isTrue();
        assertThat(book.of("other", "acme").isEmpty()).isTrue();
    }

    @Test
    void readingTheListAgainChangesNothing() {
        List<ObjectionEntry> list =
                List.of(entry(ANALYTICS, false, ANA), entry(Objection.ALL_PURPOSES, true, ANA), entry(ADS, false, ANA));
        book.add(list);

        book.add(list);

        assertThat(of(ANA)).isEqualTo(ADS);
    }

    @Test
    void aWithdrawalSettlesWhatThePersonSaidUnderAnyVersionOfTheKey() {
        ObjectionEntry withdrawal = entry(Objection.EVERYTHING, true, ANA, ANA_BEFORE);

        assertThat(withdrawal.settles(entry(Objection.EVERYTHING, false, ANA_BEFORE)))
                .isTrue();
        assertThat(withdrawal.settles(entry(ANALYTICS, false, ANA_BEFORE))).isFalse();
        assertThat(withdrawal.settles(entry(Objection.EVERYTHING, false, BEN))).isFalse();
        assertThat(withdrawal.settles(entry(Objection.EVERYTHING, false))).isFalse();
        assertThat(entry(Objection.EVERYTHING, false, ANA).settles(entry(Objection.EVERYTHING, false, ANA)))
                .isFalse();
    }

    @Test
    void entriesAreReadAsTheyWereWritten() {
        for (Objection objection : List.of(ANALYTICS, Objection.ALL_PURPOSES, Objection.EVERYTHING)) {
            ObjectionEntry entry = entry(objection, true, ANA, BEN);
            assertThat(ObjectionEntry.of(entry.json())).isEqualTo(entry);
        }
    }

    @Test
    void anEntryThatCannotBeReadIsNotQuoted() {
        assertThatThrownBy(() -> ObjectionEntry.of("{\"product\":\"secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    private Objection of(Pseudonym name) {
        return book.of("shop", "acme").of(name);
    }

    private static ObjectionEntry entry(Objection objection, boolean withdrawn, Pseudonym... names) {
        return new ObjectionEntry("shop", "acme", Set.of(names), objection, withdrawn);
    }
}
