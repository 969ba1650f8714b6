package dev.weir.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRulesTest {

    private static final LocalDate RECEIVED = LocalDate.parse("2026-01-01");
    private static final RetentionRules COMMUNITIES = new RetentionRules(
            Map.of("system", Period.ofDays(30), "security", Period.ofDays(730), "business", Period.ofDays(90)),
            Period.ofDays(90));

    @ParameterizedTest(name = "{0} is kept until {1} and gone on {2}")
    @CsvSource({"system, 2026-01-30, 2026-01-31", "business, 2026-03-31, 2026-04-01", "security, 2027-12-31, 2028-01-01"
    })
    void keepsAClassOnItsLastDayAndNotTheDayAfter(String label, LocalDate last, LocalDate after) {
        assertThat(COMMUNITIES.hasExpired(label, RECEIVED, last)).isFalse();
        assertThat(COMMUNITIES.hasExpired(label, RECEIVED, after)).isTrue();
    }

    @Test
    void keepsBronzeFor90Days() {
        RetentionRules year = RetentionRules.of(Map.of("standard", Period.ofDays(365)));

        assertThat(year.hasBronzeExpired(RECEIVED, RECEIVED.plusDays(89))).isFalse();
        assertThat(year.hasBronzeExpired(RECEIVED, RECEIVED.plusDays(90))).isTrue();
    }

    @Test
    void bronzeGoesWithTheIdentitiesWhereTheyGoSooner() {
        RetentionRules short30 = new RetentionRules(Map.of("standard", Period.ofDays(365)), Period.ofDays(30));

        assertThat(short30.hasBronzeExpired(RECEIVED, RECEIVED.plusDays(29))).isFalse();
        assertThat(short30.hasBronzeExpired(RECEIVED, RECEIVED.plusDays(30))).isTrue();
    }

    @Test
    void identitiesStayOnTheirLastDayAndNotTheDayAfter() {
        assertThat(COMMUNITIES.haveIdentitiesExpired(RECEIVED, LocalDate.parse("2026-03-31")))
                .isFalse();
        assertThat(COMMUNITIES.haveIdentitiesExpired(RECEIVED, LocalDate.parse("2026-04-01")))
                .isTrue();
    }

    @Test
    void identitiesStayAsLongAsTheEventsWhereTheProductSaysNothing() {
        RetentionRules rules = RetentionRules.of(Map.of("a", Period.ofDays(30), "b", Period.ofDays(365)));

        assertThat(rules.haveIdentitiesExpired(RECEIVED, RECEIVED.plusDays(364)))
                .isFalse();
        assertThat(rules.haveIdentitiesExpired(RECEIVED, RECEIVED.plusDays(365)))
                .isTrue();
    }

    @Test
    void aDayIsOverWhenItsLongestClassIs() {
        assertThat(COMMUNITIES.expired(RECEIVED, LocalDate.parse("2026-04-01"))).containsExactly("business", "system");
        assertThat(COMMUNITIES.haveAllExpired(RECEIVED, LocalDate.parse("2027-12-31")))
                .isFalse();
        assertThat(COMMUNITIES.haveAllExpired(RECEIVED, LocalDate.parse("2028-01-01")))
                .isTrue();
    }

    @Test
    void decidesNothingAboutAClassThatTheProductDoesNotHave() {
        assertThatThrownBy(() -> COMMUNITIES.hasExpired("for_ever", RECEIVED, RECEIVED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesPeriodsOfDaysOnly() {
        assertThatThrownBy(() -> RetentionRules.of(Map.of("standard", Period.ofDays(0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RetentionRules.of(Map.of("standard", Period.ofMonths(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RetentionRules.of(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
