package dev.weir.infra.environment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands before the functions.
///
/// @param jwtAuthorizer who signs the tokens that events must come with; absent where the collector alone decides
public record Front(
        @JsonProperty("jwt-authorizer") @Nullable JwtAuthorizer jwtAuthorizer) {

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
