package dev.weir.counters;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.weir.core.intake.PresentedKey;
import dev.weir.core.intake.Refusal;
import io.quarkus.funqy.Funq;
import java.util.Map;
import java.util.Optional;

/// The function `query`: `GET /v1/counters/{product}/{counter}`.
public class QueryHandler {

    private static final Map<String, String> HEADERS =
            Map.of("content-type", "application/json", "cache-control", "no-store");

    private final CounterDesk desk;

    QueryHandler(CounterDesk desk) {
        this.desk = desk;
    }

    @Funq("query")
    public APIGatewayV2HTTPResponse query(APIGatewayV2HTTPEvent request) {
        return switch (desk.answer(question(request))) {
            case Answer.Counts counts -> response(200, HEADERS, AnswerJson.counts(counts));
            case Answer.Refused(Refusal why) ->
                response(why.status(), why.headers(), why.json().toString());
        };
    }

    private static Question question(APIGatewayV2HTTPEvent request) {
        Map<String, String> path = given(request.getPathParameters());
        return new Question(
                path.getOrDefault("product", ""),
                path.getOrDefault("counter", ""),
                PresentedKey.in(request.getHeaders()),
                given(request.getQueryStringParameters()));
    }

    private static APIGatewayV2HTTPResponse response(int status, Map<String, String> headers, String body) {
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
}
