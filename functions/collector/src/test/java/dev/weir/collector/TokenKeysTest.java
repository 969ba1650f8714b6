package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tokens while the issuer's keys are held, not held, or out of reach.
class TokenKeysTest {

    private final Login login = new Login();

    @AfterEach
    void stop() {
        login.close();
    }

    @Test
    void aKeyThatTheIssuerDoesNotHaveIsUnknown() {
        login.assertUnknown(Signer.ec("k9").sign(login.claims()), "its issuer has no such key");
    }

    @Test
    void aFloodOfUnknownKeysReachesTheIssuerOnceAMinute() {
        login.caller(Login.SIGNER.sign(login.claims()));
        login.clock().advance(Duration.ofMinutes(1));
        String token = Signer.ec("k9").sign(login.claims());

        for (int i = 0; i < 1_000; i++) {
            login.assertUnknown(token, "its issuer has no such key");
        }

        assertThat(login.server().asked()).isEqualTo(2);
    }

    @Test
    void withoutKeysNothingIsKnownOfAGoodTokenButEnoughOfABadOne() {
        login.server().isDown();

        assertThat(login.check(Login.SIGNER.sign(login.claims())))
                .isEqualTo(new Authentication.Unverifiable(Duration.ofSeconds(10)));
        login.assertUnknown(Login.SIGNER.sign(login.timed("exp", -100L)), "it has expired");
        login.assertUnknown(Login.SIGNER.sign(login.claims().put("aud", "else")), "it is for another audience");
        assertThat(login.server().asked()).isEqualTo(1);
    }

    @Test
    void keysThatAreHeldServeWhileTheIssuerIsDown() {
        login.caller(Login.SIGNER.sign(login.claims()));
        login.server().isDown();
        login.clock().advance(Duration.ofHours(23));

        login.caller(Login.SIGNER.sign(login.claims()));
    }
}
