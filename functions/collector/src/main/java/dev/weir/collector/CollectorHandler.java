package dev.weir.collector;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.intake.GatewayEvent;
import dev.weir.core.intake.HttpRequest;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/// Entry point of the function: an event of the gateway in, of either payload format, its answer out.
public class CollectorHandler implements RequestHandler<JsonNode, JsonNode> {

    private final EventsEndpoint events;
    private final HealthEndpoint health;

    @Inject
    CollectorHandler(EventsEndpoint events, HealthEndpoint health) {
        this.events = events;
        this.health = health;
    }

    /// Answers `POST /v1/events` and `GET /health`, and the preflights of both; anything else is a 404 or 405.
    @Override
    public JsonNode handleRequest(JsonNode event, Context context) {
        HttpRequest request = GatewayEvent.request(event);
        Answer answer = switch (request.path()) {
            case "/v1/events" -> at(request, "POST", () -> events.collect(request));
            case "/health" -> at(request, "GET", health::check);
            default -> Problems.notFound();
        };
        return Cors.readable(request, answer).toResponse();
    }

    private static Answer at(HttpRequest request, String method, Supplier<Answer> work) {
        if (Cors.isPreflight(request)) {
            return Cors.preflight(request, method);
        }
        return request.method().equals(method) ? work.get() : Problems.methodNotAllowed(method);
    }
}
