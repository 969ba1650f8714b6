package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import dev.weir.core.intake.WriteKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final Credential APP = new Credential("shop", "acme", Source.CLIENT);
    private static final Credential BACKEND = new Credential("shop", "acme", Source.SERVER);

    private final Credentials credentials = new Credentials(
            new WriteKeys(Map.of(WriteKeys.hash("app-key"), APP, WriteKeys.hash("backend-key"), BACKEND)));

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
    void withoutHeadersThereIsNoCredential() {
        assertThat(of(Map.of())).isEmpty();
    }

    private Optional<Credential> of(String header, String value) {
        return of(Map.of(header, value));
    }

    private Optional<Credential> of(Map<String, String> headers) {
        return credentials.of(new HttpRequest("POST", "/v1/events", headers, new byte[0], null));
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
