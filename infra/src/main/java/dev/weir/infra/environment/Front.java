package dev.weir.infra.environment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands before the functions.
///
/// @param requestsPerAddress given for [Api#REST], and for it only: what one address may send in five minutes
/// @param jwtAuthorizer who signs the tokens that events must come with; absent where the collector alone decides
public record Front(
        Api api,
        @JsonProperty("requests-per-address") @Nullable Integer requestsPerAddress,
        @JsonProperty("jwt-authorizer") @Nullable JwtAuthorizer jwtAuthorizer) {

    /// The APIs that API Gateway has for this.
    public enum Api {
        @JsonProperty("http")
        HTTP,
        @JsonProperty("rest")
        REST
    }

    /// What the firewall takes for the limit of an address.
    private static final int LEAST_REQUESTS = 10;

    private static final int MOST_REQUESTS = 2_000_000_000;

    public Front {
        if (api == Api.REST && requestsPerAddress == null) {
            throw new InvalidEnvironment("front.requests-per-address: the firewall of 'rest' needs a number");
        }
        if (api == Api.HTTP && requestsPerAddress != null) {
            throw new InvalidEnvironment("front.requests-per-address: only 'rest' has a firewall that counts them");
        }
        if (api == Api.REST && jwtAuthorizer != null) {
            throw new InvalidEnvironment("front.jwt-authorizer: a REST API has none for tokens of an issuer; remove it,"
                    + " since the collector verifies tokens by itself, or set front.api to http");
        }
        if (requestsPerAddress != null) {
            Rules.range("front.requests-per-address", requestsPerAddress, LEAST_REQUESTS, MOST_REQUESTS);
        }
    }

    /// Tokens that the API itself verifies before it calls the collector.
    ///
    /// @param issuer as tokens name it in `iss`; its OpenID configuration must be public
    public record JwtAuthorizer(String issuer, List<String> audiences) {

        private static final Pattern HTTPS = Pattern.compile("https://\\S+");

        public JwtAuthorizer {
            if (issuer == null || audiences == null || audiences.isEmpty()) {
                throw new InvalidEnvironment("front.jwt-authorizer: needs an issuer and audiences");
            }
            Rules.form("front.jwt-authorizer.issuer", issuer, HTTPS, "an https address");
            audiences = List.copyOf(audiences);
        }
    }
}
