package dev.weir.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A route of the API: requests with this method and a path like this template go to the
/// function. A segment in braces, as in `/v1/counters/{product}`, matches any one segment and names it.
///
/// @param payload what the function is given, and may answer
public record Route(String method, String template, String function, Payload payload) {

    /// The formats of the two kinds of API.
    public enum Payload {
        /// 2.0, of an HTTP API.
        HTTP,
        /// 1.0, of a REST API.
        REST
    }

    /// A route of an HTTP API.
    public Route(String method, String template, String function) {
        this(method, template, function, Payload.HTTP);
    }

    public Route {
        method = method.toUpperCase(Locale.ROOT);
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("the route " + template + " does not start with /");
        }
    }

    /// As API Gateway names the route.
    String key() {
        return method + " " + template;
    }

    /// The path's parameters as they stand in the path; empty where the path is another.
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = segments(template);
        List<String> given = segments(path);
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (isParameter(wanted.get(i)) && !given.get(i).isEmpty()) {
                parameters.put(wanted.get(i).substring(1, wanted.get(i).length() - 1), given.get(i));
            } else if (!wanted.get(i).equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    int parameters() {
        return (int) segments(template).stream().filter(Route::isParameter).count();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
