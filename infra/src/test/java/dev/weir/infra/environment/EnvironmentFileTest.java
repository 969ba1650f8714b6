package dev.weir.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentFileTest {

    private static final Path SHIPPED = Path.of(System.getProperty("weir.root"), "infra/environments");

    @ParameterizedTest
    @ValueSource(strings = {"trial", "steady", "production"})
    void readsWhatIsShipped(String name) {
        assertThat(EnvironmentFile.read(SHIPPED.resolve(name + ".yaml")).name()).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            region: eu-central-1          | region: Frankfurt            | region: must be a region of AWS, such as eu-central-1
            region: eu-central-1          | zone: a                      | region: is missing
            profile: on-demand            | profile: huge                | capacity.profile: cannot be 'huge'
            profile: on-demand            | profile: steady              | capacity.shards: the profile 'steady' needs a number of shards
            # shards: 4                   | shards: 4                    | capacity.shards: only the profile 'steady' has a number of shards
            provisioned-concurrency: 0    | provisioned-concurrency: -1  | provisioned-concurrency: must be 0 to 1000, is -1
            provisioned-concurrency: 0    | provisioned-concurrency: few | provisioned-concurrency: has a value of the wrong kind
            burst: 4000                   | burst: 1999                  | throttle.burst: must be 2000 to 20000, is 1999
            surge-queue: true             | surge-queue: sometimes       | surge-queue: has a value of the wrong kind
            surge-queue: true             | surge: true                  | surge-queue: is missing
            enrichment: {}                | enrichment: {layer: weir}    | enrichment.layer: must be the ARN of a version of a Lambda layer
            enrichment: {}                | enrichment: {lookups: here}  | enrichment: a layer needs geo-database, lookups or both, and these need a layer
            enrichment: {}                | enrichment: {geo-database: ../geo.mmdb} | enrichment.geo-database: must be a path in the layer
            api: http                     | api: http ++ jwt-authorizer: {issuer: 'https://a'} | front.jwt-authorizer: needs an issuer and audiences
            api: http                     | api: http ++ jwt-authorizer: {issuer: a, audiences: [b]} | front.jwt-authorizer.issuer: must be an https address
            api: http                     | api: rest ++ requests-per-address: 10 ++ jwt-authorizer: {issuer: 'https://a', audiences: [b]} | front.jwt-authorizer: a REST API has none for tokens of an issuer; remove it, since the collector verifies tokens by itself, or set front.api to http
            api: http                     | api: rest                    | front.requests-per-address: the firewall of 'rest' needs a number
            api: http                     | api: rest ++ requests-per-address: 9 | front.requests-per-address: must be 10 to 2000000000, is 9
            api: http                     | api: http ++ requests-per-address: 10 | front.requests-per-address: only 'rest' has a firewall that counts them
            api: http                     | api: soap                    | front.api: cannot be 'soap'
            api: http                     | application: http            | front.api: is missing
            stream-hours: 24              | stream-hours: 23             | retention.stream-hours: must be 24 to 168, is 23
            stream-hours: 24              | stream-hours: 169            | retention.stream-hours: must be 24 to 168, is 169
            log-days: 30                  | log-days: 31                 | retention.log-days: must be one of [1, 3, 5, 7, 14, 30, 60, 90], is 31
            lock-mode: compliance         | lock-mode: none              | audit.lock-mode: cannot be 'none'
            years: 7                      | years: 0                     | audit.years: must be 1 to 10, is 0
            scan-limit-gb: 100            | scan-limit-gb: 0             | athena.scan-limit-gb: must be 1 to 10000, is 0
            email: operator@example.com   | email: operator              | alarms.email: must be an e-mail address
            monthly-usd: 500              | monthly-usd: 0               | budget.monthly-usd: must be 1 to 1000000, is 0
            monthly-usd: 500              | monthly-eur: 500             | budget.monthly-usd: is missing
            issuers: []                   | issuers: [{issuer: 'http://a', jwks: 'https://a/k'}] | issuers: issuer: must be an https address
            issuers: []                   | issuers: here                | issuers: has a value of the wrong kind
            issuers: []                   | issuers: [                   | is not YAML
            """)
    void saysWhichFieldBreaksWhichRule(String line, String instead, String message) throws IOException {
        String file = production().replace(line, instead.replace(" ++ ", "\n  "));

        assertThatThrownBy(() -> EnvironmentFile.parse("production", file))
                .isInstanceOf(InvalidEnvironment.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesASettingThatNobodyReads() throws IOException {
        String file = production() + "\ncolour: red\n";

        assertThatThrownBy(() -> EnvironmentFile.parse("production", file))
                .hasMessageStartingWith("colour: is not a setting; known are");
    }

    @Test
    void refusesAFieldThatIsThereTwice() throws IOException {
        String file = production() + "\nregion: us-east-1\n";

        assertThatThrownBy(() -> EnvironmentFile.parse("production", file))
                .isInstanceOf(InvalidEnvironment.class)
                .hasMessageContaining("Duplicate");
    }

    @Test
    void takesAnIssuerAsItIs() throws IOException {
        String file = production()
                .replace("issuers: []", "issuers: [{issuer: 'https://a', jwks: 'https://a/k', product: p}]");

        List<String> products = EnvironmentFile.parse("production", file).issuers().stream()
                .map(issuer -> issuer.path("product").asText())
                .toList();

        assertThat(products).containsExactly("p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Production", "a--b", "-a", "a-", "a_b", "", "abcdefghijklmnopqrstu"})
    void refusesANameThatNoBucketCanHave(String name) throws IOException {
        String file = production();

        assertThatThrownBy(() -> EnvironmentFile.parse(name, file)).hasMessageStartingWith("name: must be");
    }

    private static String production() throws IOException {
        return Files.readString(SHIPPED.resolve("production.yaml"));
    }
}
