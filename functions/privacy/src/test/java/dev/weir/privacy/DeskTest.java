package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.Refusal;
import dev.weir.core.intake.WriteKeys;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.core.privacy.Pseudonyms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTest {

    private static final Optional<String> KEY = Optional.of("key");
    private static final Instant NOW = Instant.parse("2026-02-08T15:00:00.123456Z");
    private static final String USER = "{\"type\":\"erasure\",\"subject\":{\"kind\":\"user\",\"id\":\"ana\"}}";

    @TempDir
    Path folder;

    private final MemoryRequests requests = new MemoryRequests(new MemoryObjects.Fate());
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, "{\"keys\":[" + key("key", "acme") + "," + key("other", "other") + "]}");
        PseudonymKeys secrets = new PseudonymKeys(2, Map.of(1, secret(1), 2, secret(2)));
        desk = new Desk(
                PrivacyKeys.read(keys),
                new DemandReader(Catalog.load()),
                new Pseudonyms(secrets),
                requests,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static byte[] secret(int version) {
        byte[] secret = new byte[32];
        secret[0] = (byte) version;
        return secret;
    }

    private static String key(String key, String tenant) {
        return "{\"sha256\":\"" + WriteKeys.hash(key) + "\",\"product\":\"ott-streaming\",\"tenant\":\"" + tenant
                + "\"}";
    }

    @Test
    void takesARequestUnderEveryVersionOfTheKeyAndKeepsNoIdentifier() {
        Desk.Answer.Accepted taken = (Desk.Answer.Accepted) desk.open(KEY, USER);

        assertThat(taken.request().subject().names()).hasSize(2);
        assertThat(taken.request().subject().until()).isEqualTo(Instant.parse("2026-02-08T15:00:00.123Z"));
        assertThat(taken.request().due()).isEqualTo(Instant.parse("2026-02-15T15:00:00.123Z"));
        assertThat(requests.requests.values().toString()).doesNotContain("ana");
    }

    @Test
    void tellsHowFarItIsToItsTenantOnly() {
        String id = ((Desk.Answer.Accepted) desk.open(KEY, USER)).request().id();

        assertThat(desk.status(KEY, id)).isInstanceOf(Desk.Answer.Found.class);
        assertThat(status(desk.status(Optional.of("other"), id))).isEqualTo(404);
        assertThat(status(desk.status(KEY, "none"))).isEqualTo(404);
    }

    @Test
    void takesNothingWithoutAPrivacyKey() {
        assertThat(status(desk.open(Optional.empty(), USER))).isEqualTo(401);
        assertThat(status(desk.open(Optional.of("wrong"), USER))).isEqualTo(401);
        assertThat(status(desk.status(Optional.of("wrong"), "x"))).isEqualTo(401);
    }

    @Test
    void aTenantIsErasedByItself() {
        assertThat(desk.open(KEY, tenant("acme"))).isInstanceOf(Desk.Answer.Accepted.class);
        assertThat(status(desk.open(KEY, tenant("other")))).isEqualTo(403);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(field("no json")).isEqualTo("body");
        assertThat(field("")).isEqualTo("body");
        assertThat(field("[]")).isEqualTo("body");
        assertThat(field("{\"type\":\"oblivion\"}")).isEqualTo("type");
        assertThat(field("{\"type\":\"access\"}")).isEqualTo("subject");
        assertThat(field("{\"type\":\"erasure\"}")).isEqualTo("subject");
        assertThat(field("{\"type\":\"erasure\",\"subject\":{\"kind\":\"user\"}}"))
                .isEqualTo("subject.id");
        assertThat(field("{\"type\":\"erasure\",\"subject\":{\"kind\":\"user\",\"id\":7}}"))
                .isEqualTo("subject.id");
        assertThat(field("{\"type\":\"erasure\",\"subject\":{\"kind\":\"cat\",\"id\":\"x\"}}"))
                .isEqualTo("subject.kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "erasure | 'scope': {'purposes': ['analytics']} |",
                "erasure | 'scope': {'events': ['playback.started'], 'purposes': ['essential']} |",
                "erasure | 'scope': {} |",
                "object | 'scope': {'purposes': ['ad_targeting']} |",
                "restrict | 'withdraw': true |",
                "erasure | 'scope': {'purposes': ['analytic']} | scope.purposes",
                "erasure | 'scope': {'purposes': []} | scope.purposes",
                "erasure | 'scope': {'purposes': 'analytics'} | scope.purposes",
                "access | 'scope': {'events': ['playback.begun']} | scope.events",
                "access | 'scope': {'events': [7]} | scope.events",
                "access | 'scope': {'parts': ['gold']} | scope",
                "access | 'scope': 'all' | scope",
                "restrict | 'scope': {'purposes': ['analytics']} | scope",
                "object | 'scope': {'events': ['playback.started']} | scope.events",
                "object | 'scope': {'purposes': ['essential']} | scope.purposes",
                "object | 'withdraw': true, 'scope': {'purposes': ['analytics']} | scope",
                "object | 'withdraw': 'yes' | withdraw",
                "erasure | 'withdraw': true | withdraw",
                "erasure | 'reason': 'x' | body"
            })
    void aScopeThatNobodyKnowsIsRefusedByNameAndRule(String type, String more, @Nullable String wrong) {
        String body = "{'type':'%s','subject':{'kind':'user','id':'ana'},%s}".formatted(type, more);

        Desk.Answer answer = desk.open(KEY, body.replace('\'', '"'));

        if (wrong == null) {
            assertThat(answer).isInstanceOf(Desk.Answer.Accepted.class);
        } else {
            assertThat(((Desk.Answer.Refused) answer).why())
                    .returns(400, Refusal::status)
                    .returns(wrong, Refusal::field);
            assertThat(requests.requests).isEmpty();
        }
    }

    @Test
    void accessIsDueWithinThreeDays() {
        Desk.Answer.Accepted taken = (Desk.Answer.Accepted) desk.open(KEY, USER.replace("erasure", "access"));

        assertThat(taken.request().due()).isEqualTo(Instant.parse("2026-02-11T15:00:00.123Z"));
        assertThat(taken.request().isOverdue(taken.request().due())).isFalse();
        assertThat(taken.request().isOverdue(taken.request().due().plusMillis(1)))
                .isTrue();
    }

    private String field(String body) {
        return ((Desk.Answer.Refused) desk.open(KEY, body)).why().field();
    }

    private static int status(Desk.Answer answer) {
        return ((Desk.Answer.Refused) answer).why().status();
    }

    private static String tenant(String id) {
        return "{\"type\":\"erasure\",\"subject\":{\"kind\":\"tenant\",\"id\":\"" + id + "\"}}";
    }
}
