package dev.weir.collector;

import static dev.weir.collector.Problem.assertProblem;
import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Access tokens at the running function, with keys that it fetches over HTTP.
@QuarkusTest
@WithTestResource(KeyFiles.class)
@WithTestResource(LoginServer.class)
class BearerTest {

    private static final String GOOD = batch(Samples.playbackStarted());

    @Inject
    FakeKinesis kinesis;

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
    void whatAUserSendsBelongsToTheTenantOfTheToken(String scheme) {
        Call.Reply reply = post(scheme + LoginServer.SIGNER.sign(claims()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(kinesis.events().getFirst().header().origin().tenant()).isEqualTo(LoginServer.TENANT);
    }

    @Test
    void anEventOfAnotherUserThanTheTokensIsRejectedAndNamesNeither() {
        Call.Reply reply = post("Bearer " + LoginServer.SIGNER.sign(claims().put("uid", "usr_of_the_token")));

        assertThat(reply.result(0).path("status").asText()).isEqualTo("rejected");
        assertThat(reply.result(0).at("/violations/0/pointer").asText()).isEqualTo("/user_id");
        assertThat(reply.text())
                .contains("must be the user that the access token is of")
                .doesNotContain("usr_");
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void anEventOfNobodyIsTheTokensUsers() {
        ObjectNode event = Samples.playbackStarted();
        String token = LoginServer.SIGNER.sign(
                claims().put("uid", event.path("user_id").asText()));
        Pseudonym theirs = user(post("Bearer " + LoginServer.SIGNER.sign(claims())));
        event.remove("user_id");

        Pseudonym filledIn = user(Call.events(batch(event))
                .without("x-write-key")
                .header("authorization", "Bearer " + token)
                .send());

        assertThat(filledIn).isEqualTo(theirs);
    }

    private Pseudonym user(Call.Reply reply) {
        assertThat(reply.result(0).path("status").asText()).isEqualTo("accepted");
        Pseudonym user = kinesis.events()
                .getLast()
                .identities()
                .pseudonym(IdentityKind.USER)
                .orElseThrow();
        kinesis.reset();
        return user;
    }

    @Test
    void aTokenThatIsNoGoodIsA401ThatSaysWhatKindOfMistakeItIs() {
        String expired = LoginServer.SIGNER.sign(claims().put("iat", 1).put("exp", 2));

        Call.Reply reply = post("Bearer " + expired);

        assertProblem(reply, 401, "no-valid-credential", "the token is not taken: it has expired");
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer realm=\"weir\", error=\"invalid_token\"");
        assertThat(reply.text()).doesNotContain(expired);
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void aTokenWhoseIssuerIsOutOfReachIsA503ThatSaysWhenToComeAgain() {
        Call.Reply reply = post("Bearer " + LoginServer.SIGNER.sign(claims().put("iss", LoginServer.UNREACHABLE)));

        assertProblem(reply, 503, "issuer-unavailable", "send the same again later");
        assertThat(Integer.parseInt(reply.header("retry-after"))).isBetween(1, 10);
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void aKeyBesideATokenIsRefused() {
        Call.Reply reply = Call.events(GOOD)
                .header("authorization", "Bearer " + LoginServer.SIGNER.sign(claims()))
                .send();

        assertProblem(reply, 401, "no-valid-credential", "send a write key or an access token, not both");
        assertThat(reply.header("www-authenticate")).contains("Basic realm=\"weir\"", "Bearer realm=\"weir\"");
    }

    private static Call.Reply post(String authorization) {
        return Call.events(GOOD)
                .without("x-write-key")
                .header("authorization", authorization)
                .send();
    }

    private static ObjectNode claims() {
        return TokenClaims.good(Instant.now()).put("org", LoginServer.TENANT);
    }
}
