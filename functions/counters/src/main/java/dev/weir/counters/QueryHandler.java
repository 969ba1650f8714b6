package dev.weir.counters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.intake.GatewayEvent;
import dev.weir.core.intake.HttpRequest;
import dev.weir.core.intake.PresentedKey;
import dev.weir.core.intake.Refusal;
import io.quarkus.funqy.Funq;
import java.util.Map;

/// The function `query`: `GET /v1/counters/{product}/{counter}`.
public class QueryHandler {

    private static final Map<String, String> HEADERS =
            Map.of("content-type", "application/json", "cache-control", "no-store");

    private final CounterDesk desk;

    QueryHandler(CounterDesk desk) {
        this.desk = desk;
    }

    @Funq("query")
    public JsonNode query(JsonNode event) {
        return switch (desk.answer(question(GatewayEvent.request(event)))) {
            case Answer.Counts counts -> GatewayEvent.answer(200, HEADERS, AnswerJson.counts(counts));
            case Answer.Refused(Refusal why) ->
                GatewayEvent.answer(why.status(), why.headers(), why.json().toString());
        };
    }

    private static Question question(HttpRequest request) {
        Map<String, String> path = request.target().names();
        return new Question(
                path.getOrDefault("product", ""),
                path.getOrDefault("counter", ""),
                PresentedKey.in(request.headers()),
                request.target().query());
    }
}
