package dev.weir.collector;

import dev.weir.core.intake.HttpRequest;
import dev.weir.core.intake.Origins;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What pages of other origins need to hear from the collector (Fetch Standard, section 3.3, CORS protocol). A
/// preflight has no credential, so that it is answered for every origin; whether the page may send is decided when
/// it does. Never for requests with cookies: there are none.
final class Cors {

    private static final int LONGEST = 1_024;

    /// Two hours, the most that browsers take.
    private static final String MAX_AGE = "7200";

    private static final String VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

    /// A header's name (RFC 9110, section 5.6.2).
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private Cors() {}

    static boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS")
                && request.header("origin").isPresent()
                && request.header("access-control-request-method").isPresent();
    }

    /// The answer to a preflight. What is asked for is echoed if it is well-formed, and left out if it is not; the
    /// browser then does not send the request.
    ///
    /// @param method that the path takes
    static Answer preflight(HttpRequest request, String method) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("access-control-allow-methods", method);
        headers.put("access-control-max-age", MAX_AGE);
        headers.put("vary", VARY);
        request.header("access-control-request-headers")
                .flatMap(Cors::names)
                .ifPresent(names -> headers.put("access-control-allow-headers", names));
        return Answer.noContent(headers);
    }

    /// The answer, readable for the page that asked.
    static Answer readable(HttpRequest request, Answer answer) {
        Optional<String> origin = request.header("origin").filter(Cors::canBeEchoed);
        if (origin.isEmpty()) {
            return answer;
        }
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.put("access-control-allow-origin", origin.get());
        headers.putIfAbsent("access-control-expose-headers", "Retry-After");
        headers.putIfAbsent("vary", "Origin");
        return answer.with(headers);
    }

    /// A page that has no origin of its own, such as a file, has `null`.
    private static boolean canBeEchoed(String origin) {
        return origin.equals("null") || (origin.length() <= LONGEST && Origins.isOrigin(origin));
    }

    private static Optional<String> names(String list) {
        boolean wellFormed = list.length() <= LONGEST
                && Arrays.stream(list.split(",", -1))
                        .allMatch(name -> TOKEN.matcher(name.strip()).matches());
        return wellFormed ? Optional.of(list) : Optional.empty();
    }
}
