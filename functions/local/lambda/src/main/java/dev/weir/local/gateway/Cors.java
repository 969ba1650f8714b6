package dev.weir.local.gateway;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Answers for cross-origin requests as API Gateway does: the configuration decides, and what the
/// function says about it is replaced.
record Cors(@Nullable CorsSettings settings) {

    /// Whether this is a preflight that is answered without asking a function.
    boolean isPreflight(String method, Headers request) {
        return settings != null
                && method.equals("OPTIONS")
                && request.containsKey("Origin")
                && request.containsKey("Access-Control-Request-Method");
    }

    void decorate(Headers request, Headers response) {
        if (settings == null) {
            return;
        }
        response.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        String allowed = allowed(settings.allowOrigins(), request.getFirst("Origin"));
        if (allowed != null) {
            response.set("Access-Control-Allow-Origin", allowed);
            response.add("Vary", "Origin");
            list(response, "Access-Control-Expose-Headers", settings.exposeHeaders());
            if (settings.allowCredentials()) {
                response.set("Access-Control-Allow-Credentials", "true");
            }
        }
    }

    void decoratePreflight(Headers request, Headers response) {
        decorate(request, response);
        if (settings != null && response.containsKey("Access-Control-Allow-Origin")) {
            list(response, "Access-Control-Allow-Methods", settings.allowMethods());
            list(response, "Access-Control-Allow-Headers", settings.allowHeaders());
            response.set(
                    "Access-Control-Max-Age", Long.toString(settings.maxAge().toSeconds()));
        }
    }

    private static @Nullable String allowed(List<String> origins, @Nullable String origin) {
        if (origin == null) {
            return null;
        }
        return origins.contains("*") ? "*" : origins.contains(origin) ? origin : null;
    }

    private static void list(Headers response, String name, List<String> values) {
        if (!values.isEmpty()) {
            response.set(name, String.join(",", values));
        }
    }
}
