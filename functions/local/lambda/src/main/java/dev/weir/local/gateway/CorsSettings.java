package dev.weir.local.gateway;

import java.time.Duration;
import java.util.List;

/// The CORS configuration of an HTTP API. `*` stands for any origin, header or method; it does not
/// go with credentials.
public record CorsSettings(
        List<String> allowOrigins,
        List<String> allowMethods,
        List<String> allowHeaders,
        List<String> exposeHeaders,
        Duration maxAge,
        boolean allowCredentials) {

    public CorsSettings {
        allowOrigins = List.copyOf(allowOrigins);
        allowMethods = List.copyOf(allowMethods);
        allowHeaders = List.copyOf(allowHeaders);
        exposeHeaders = List.copyOf(exposeHeaders);
        if (allowCredentials && allowOrigins.contains("*")) {
            throw new IllegalArgumentException("any origin with credentials is refused by API Gateway and browsers");
        }
    }
}
