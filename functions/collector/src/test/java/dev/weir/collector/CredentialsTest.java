package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.Claims;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import dev.weir.core.intake.HttpRequest;
import dev.weir.core.intake.KeyTerms;
import dev.weir.core.intake.WriteKey;
import dev.weir.core.intake.WriteKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final Credential APP = new Credential("shop", "acme", Source.CLIENT);
    private static final Credential BACKEND = new Credential("shop", "acme", Source.SERVER);

    private final Credentials credentials = credentials(key("app-key", APP), key("backend-key", BACKEND));

    private static Credentials credentials(WriteKey... keys) {
        Clock clock = Clock.systemUTC();
        AccessTokens none = new AccessTokens(
                Issuers.NONE,
                _ -> {
                    throw new AssertionError("there is no issuer");
                },
                clock);
        return new Credentials(new WriteKeys(List.of(keys), clock), none);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-key:", "app-key", "app-key:a password", "app-key:a:b"})
    void theUserNameOfBasicIsTheKeyWhateverFollowsTheColon(String pair) {
        assertThat(of("authorization", "Basic " + base64(pair))).hasValue(APP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic ", "BASIC ", "Basic   "})
    void theSchemesCaseAndSpacesDoNotMatter(String scheme) {
        assertThat(of("authorization", scheme + base64("app-key:") + " ")).hasValue(APP);
    }

    @Test
    void aKeyMayStandInItsOwnHeader() {
        assertThat(of("x-write-key", "backend-key")).hasValue(BACKEND);
    }

    @Test
    void itsOwnHeaderWinsOverBasic() {
        String basic = "Basic " + base64("app-key:");

        assertThat(of(Map.of("x-write-key", "backend-key", "authorization", basic)))
                .hasValue(BACKEND);
        assertThat(of(Map.of("x-write-key", "nobodys-key", "authorization", basic)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobodys-key", "APP-KEY", "app-key ", "app-key:"})
    void aKeyThatNobodyHasProvesNothing(String key) {
        assertThat(of("x-write-key", key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {":app-key", " app-key:", "nobodys-key:", ":"})
    void aUserNameThatIsNoKeyProvesNothing(String pair) {
        assertThat(of("authorization", "Basic " + base64(pair))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic YXBwLWtle", "Basic app-key:", "Basic ====", "YXBwLWtleTo="})
    void whatIsNotBasicProvesNothing(String authorization) {
        assertThat(of("authorization", authorization)).isEmpty();
    }

    @Test
    void aBearerIsNoWriteKey() {
        assertThat(of("authorization", "Bearer app-key")).isEmpty();
        assertThat(of("authorization", "Bearer " + base64("app-key:"))).isEmpty();
    }

    @Test
    void aKeyBesideATokenProvesNothing() {
        assertThat(of(Map.of("x-write-key", "app-key", "authorization", "Bearer a.b.c")))
                .isEmpty();
    }

    @Test
    void aKeyThatWasRevokedIsToldSo() {
        WriteKey revoked = new WriteKey(WriteKeys.hash("old-key"), APP, KeyTerms.NONE, null, Instant.EPOCH);
        Credentials known = credentials(revoked);

        assertThat(known.of(request(Map.of("x-write-key", "old-key"))))
                .isEqualTo(new Authentication.Unknown(Challenge.WRITE_KEY, "the write key was revoked"));
    }

    @Test
    void aKeyTellsItsTermsAndWhatToCountItBy() {
        KeyTerms terms = new KeyTerms(Set.of("https://app.example"), Map.of("events_per_second", 7L));
        WriteKey key = new WriteKey(WriteKeys.hash("key"), APP, terms, null, null);

        assertThat(credentials(key).of(request(Map.of("x-write-key", "key"))))
                .isEqualTo(new Authentication.Known(new Caller(APP, Claims.NONE, WriteKeys.hash("key"), terms)));
    }

    @Test
    void withoutHeadersThereIsNoCredential() {
        assertThat(of(Map.of())).isEmpty();
    }

    private static WriteKey key(String key, Credential credential) {
        return new WriteKey(WriteKeys.hash(key), credential);
    }

    private Optional<Credential> of(String header, String value) {
        return of(Map.of(header, value));
    }

    private Optional<Credential> of(Map<String, String> headers) {
        return switch (credentials.of(request(headers))) {
            case Authentication.Known(Caller caller) -> Optional.of(caller.credential());
            case Authentication.Unknown _, Authentication.Unverifiable _ -> Optional.empty();
        };
    }

    private static HttpRequest request(Map<String, String> headers) {
        return new HttpRequest("POST", "/v1/events", headers, new byte[0], null);
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
