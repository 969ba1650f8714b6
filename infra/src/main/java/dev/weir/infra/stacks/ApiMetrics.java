package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import java.util.Map;

/// What CloudWatch calls the measurements of an API, which its two kinds do each in its own way.
///
/// @param dimensions what it is known by
/// @param clientErrors metric of answers with 4xx
/// @param serverErrors metric of answers with 5xx
record ApiMetrics(Map<String, String> dimensions, String clientErrors, String serverErrors) {

    static ApiMetrics http(String apiId) {
        return new ApiMetrics(Map.of("ApiId", apiId), "4xx", "5xx");
    }

    static ApiMetrics rest(Names names) {
        return new ApiMetrics(Map.of("ApiName", names.of("api"), "Stage", RestFront.STAGE), "4XXError", "5XXError");
    }
}
