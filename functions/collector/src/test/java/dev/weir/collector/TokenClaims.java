package dev.weir.collector;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// Claims of tokens.
final class TokenClaims {

    static final String ISSUER = "https://login.example";
    static final String AUDIENCE = "events";

    private TokenClaims() {}

    /// What is good for five minutes.
    static ObjectNode good(Instant now) {
        return new JsonMapper()
                .createObjectNode()
                .put("iss", ISSUER)
                .put("aud", AUDIENCE)
                .put("sub", "somebody")
                .put("iat", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + 300);
    }
}
