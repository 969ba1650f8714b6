package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuersTest {

    private static final Catalog CATALOG = Catalog.load();
    private static final String ENTRY = """
            {
              "issuer": "https://login.example", "audiences": ["events"], "jwks": "https://login.example/jwks",
              "algorithms": ["RS256", "EdDSA"], "product": "ott-streaming", "tenant": "acme", "source": "client",
              "origins": ["https://app.example"],
              "claims": {"consent": {"analytics": "/consent/analytics"}, "context": {"device_type": "/https:~1~1x.example~1device"}, "identities": {"user": "/sub"}, "kids": "/profile/kids"}
            }""";

    @TempDir
    Path folder;

    @Test
    void readsAnIssuer() throws IOException {
        Issuer issuer = read(ENTRY).named("https://login.example").getFirst();

        assertThat(issuer.keys()).isEqualTo(URI.create("https://login.example/jwks"));
        assertThat(issuer.audiences()).containsExactly("events");
        assertThat(issuer.algorithms()).containsExactlyInAnyOrder(SigningAlgorithm.RS256, SigningAlgorithm.EDDSA);
        assertThat(issuer.grant().product()).isEqualTo("ott-streaming");
        assertThat(issuer.grant().tenant()).isEqualTo(new TenantRule.Fixed("acme"));
        assertThat(issuer.grant().source()).isEqualTo(Source.CLIENT);
        assertThat(issuer.grant().origins()).containsExactly("https://app.example");
        assertThat(issuer.grant().claims().consent())
                .containsEntry(Purpose.ANALYTICS, JsonPointer.compile("/consent/analytics"));
        assertThat(issuer.grant().claims().context())
                .containsEntry("device_type", JsonPointer.compile("/https:~1~1x.example~1device"));
        assertThat(issuer.grant().claims().identities()).containsEntry(IdentityKind.USER, JsonPointer.compile("/sub"));
    }

    @Test
    void claimsAndOriginsMayBeLeftOutAndTheTenantMayBeAClaim() throws IOException {
        String entry = ENTRY.replaceAll("(?s),\\s*\"origins\".*", "}").replace("\"acme\"", "{\"claim\": \"/org\"}");

        Issuer issuer = read(entry).all().getFirst();

        assertThat(issuer.grant().tenant()).isEqualTo(new TenantRule.Claimed(JsonPointer.compile("/org")));
        assertThat(issuer.grant().origins()).isEmpty();
        assertThat(issuer.grant().claims().kids()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"issuer\": \"https://login.example\",||'issuer' is needed, a string",
                "\"jwks\"|\"jwks_uri\"|unknown field 'jwks_uri', known: algorithms, audiences, claims, issuer, jwks, origins, product, source, tenant",
                "[\"events\"]|[]|'audiences' is needed, an array of at least one string",
                "[\"events\"]|\"events\"|'audiences' must be an array of strings",
                "\"RS256\"|\"HS256\"|unknown algorithm 'HS256', known: RS256, ES256, EdDSA",
                "\"RS256\"|\"none\"|unknown algorithm 'none', known: RS256, ES256, EdDSA",
                "\"client\"|\"app\"|unknown source 'app', known: client, server",
                "\"acme\"|\"a/b\"|'tenant' must be a name: 1 to 128 of A-Z a-z 0-9 _ . : -",
                "\"acme\"|7|'tenant' is needed, a string",
                "https://app.example|https://app.example/|'https://app.example/' is not an origin such as https://app.example.com or https://*.example.com, in lower case and without a path",
            })
    void namesWhatIsWrongWithAnIssuer(String part, String other, String message) {
        assertThatThrownBy(() -> read(ENTRY.replace(part, other == null ? "" : other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("issuers: issuers[0]: " + message);
    }

    @Test
    void namesWhatIsWrongWithClaims() {
        assertThatThrownBy(() -> read(ENTRY.replace("\"analytics\":", "\"profiling\":")))
                .hasMessageStartingWith(
                        "issuers: issuers[0]: claims: consent: unknown field 'profiling', known: ad_targeting");
        assertThatThrownBy(() -> read(ENTRY.replace("\"device_type\":", "\"ip_prefix\":")))
                .hasMessageStartingWith(
                        "issuers: issuers[0]: claims: context: unknown field 'ip_prefix', known: device_type");
        assertThatThrownBy(() -> read(ENTRY.replace("\"user\":", "\"anonymous\":")))
                .hasMessage(
                        "issuers: issuers[0]: claims: identities: unknown field 'anonymous', known: device, profile, session, user");
        assertThatThrownBy(() -> read(ENTRY.replace("\"client\"", "\"server\"")))
                .hasMessage(
                        "issuers: issuers[0]: claims: identities: a server's token is of nobody whom its events are of");
        assertThatThrownBy(() -> read(ENTRY.replace("\"/profile/kids\"", "\"profile.kids\"")))
                .hasMessage(
                        "issuers: issuers[0]: claims: a claim is named by a JSON pointer such as /consent/analytics");
        assertThatThrownBy(() -> read(ENTRY.replace("\"kids\":", "\"child\":")))
                .hasMessage(
                        "issuers: issuers[0]: claims: unknown field 'child', known: consent, context, identities, kids");
        assertThatThrownBy(() -> read(ENTRY.replace("\"acme\"", "{\"claims\": \"/org\"}")))
                .hasMessage("issuers: issuers[0]: tenant: unknown field 'claims', known: claim");
    }

    @Test
    void namesTheProductsThatThereAre() {
        assertThatThrownBy(() -> read(ENTRY.replace("ott-streaming", "shop")))
                .hasMessageStartingWith("issuers: issuers[0]: 'product' is not in the catalog, which has [")
                .hasMessageContaining("ott-streaming");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example/jwks",
                "ftp://login.example/jwks",
                "file:///etc/jwks",
                "login.example",
                "https:///jwks",
                "https://user@login.example/jwks",
                "http://127.0.0.1.example/jwks",
                "https://login example"
            })
    void keysComeOverTlsOrFromThisMachine(String url) {
        assertThatThrownBy(() -> read(ENTRY.replace("https://login.example/jwks", url)))
                .hasMessage("issuers: issuers[0]: 'jwks' must be an https URL, or an http URL of this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/jwks", "http://localhost/jwks", "http://[::1]:9/jwks"})
    void thisMachineNeedsNoTls(String url) throws IOException {
        assertThat(read(ENTRY.replace("https://login.example/jwks", url)).all()).hasSize(1);
    }

    @Test
    void anIssuerMayBeThereTwiceButNotForTheSameAudience() throws IOException {
        assertThat(read(ENTRY + "," + ENTRY.replace("\"events\"", "\"more\"")).all())
                .hasSize(2);
        assertThatThrownBy(() -> read(ENTRY + "," + ENTRY))
                .hasMessage("issuers: https://login.example is there twice for the audience events, so that its tokens"
                        + " would have two meanings");
    }

    private Issuers read(String entries) throws IOException {
        Path file = Files.writeString(folder.resolve("issuers.json"), "{\"issuers\": [" + entries + "]}");
        return Issuers.read(file, CATALOG);
    }
}
