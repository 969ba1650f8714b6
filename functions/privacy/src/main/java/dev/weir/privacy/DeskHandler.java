package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.intake.GatewayEvent;
import dev.weir.core.intake.HttpRequest;
import dev.weir.core.intake.PresentedKey;
import dev.weir.core.intake.Refusal;
import io.quarkus.funqy.Funq;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// The function `desk`: `POST /v1/privacy/requests` and `GET /v1/privacy/requests/{id}`.
public class DeskHandler {

    private static final Map<String, String> HEADERS =
            Map.of("content-type", "application/json", "cache-control", "no-store");

    private final Desk desk;
    private final StatusJson status;

    DeskHandler(Desk desk, StatusJson status) {
        this.desk = desk;
        this.status = status;
    }

    @Funq("desk")
    public JsonNode desk(JsonNode event) {
        HttpRequest request = GatewayEvent.request(event);
        Optional<String> key = PresentedKey.in(request.headers());
        Optional<String> id = Optional.ofNullable(request.target().names().get("id"));
        return switch (id.map(known -> desk.status(key, known)).orElseGet(() -> desk.open(key, body(request)))) {
            case Desk.Answer.Accepted(Request accepted) -> answer(202, HEADERS, status.of(accepted));
            case Desk.Answer.Found(Request found) -> answer(200, HEADERS, status.of(found));
            case Desk.Answer.Refused(Refusal why) -> answer(why.status(), why.headers(), why.json());
        };
    }

    private static String body(HttpRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode answer(int status, Map<String, String> headers, ObjectNode body) {
        return GatewayEvent.answer(status, headers, body.toString());
    }
}
