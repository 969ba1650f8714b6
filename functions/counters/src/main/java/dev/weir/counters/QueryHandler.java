package dev.weir.counters;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The function `query`: `GET /v1/counters/{product}/{counter}`.
public class QueryHandler {

    private static final Map<Integer, String> TITLES =
            Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found");

    private final CounterDesk desk;

    QueryHandler(CounterDesk desk) {
        this.desk = desk;
    }

    @Funq("query")
    public APIGatewayV2HTTPResponse query(APIGatewayV2HTTPEvent request) {
        return switch (desk.answer(question(request))) {
            case Answer.Counts counts -> response(200, "application/json", AnswerJson.counts(counts));
            case Answer.Refused refused -> refusal(refused);
        };
    }

    private static Question question(APIGatewayV2HTTPEvent request) {
        Map<String, String> path = given(request.getPathParameters());
        return new Question(
                path.getOrDefault("product", ""),
                path.getOrDefault("counter", ""),
                PresentedKey.in(lowerCase(given(request.getHeaders()))),
                given(request.getQueryStringParameters()));
    }

    private static APIGatewayV2HTTPResponse refusal(Answer.Refused refused) {
        String title = TITLES.getOrDefault(refused.status(), "Refused");
        APIGatewayV2HTTPResponse response =
                response(refused.status(), "application/problem+json", AnswerJson.problem(refused, title));
        if (refused.status() == 401) {
            response.getHeaders().put("www-authenticate", "Basic realm=\"weir\", charset=\"UTF-8\"");
        }
        return response;
    }

    private static APIGatewayV2HTTPResponse response(int status, String type, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("content-type", type, "cache-control", "no-store"));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }

    /// The gateway leaves out what is empty.
    private static Map<String, String> given(Map<String, String> map) {
        return Optional.ofNullable(map).orElse(Map.of());
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
