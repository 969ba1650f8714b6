package dev.weir.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @ParameterizedTest(name = "{0} is every {1}")
    @CsvSource({
        "rate(1 minute), PT1M",
        "rate(5 minutes), PT5M",
        "rate(2 hours), PT2H",
        "rate(1 day), PT24H",
        "cron(10 * * * ? *), PT1H",
        "cron(0/15 * * * ? *), PT15M",
        "cron(5 */6 * * ? *), PT6H",
        "cron(40 1 * * ? *), PT24H",
        "cron(40 1 ? * SUN *), PT168H"
    })
    void keepsThePace(String expression, Duration every) {
        assertThat(Rate.of(expression)).isEqualTo(every);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"at(2026-11-21T12:00:00)", "cron(0 1 1 * ? *)", "cron(0 1 ? * MON-FRI *)", "rate(a minute)", ""})
    void refusesWhatItDoesNotUnderstand(String expression) {
        assertThatThrownBy(() -> Rate.of(expression)).isInstanceOf(CannotApply.class);
    }
}
