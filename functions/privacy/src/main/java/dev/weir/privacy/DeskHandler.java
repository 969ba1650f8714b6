package dev.weir.privacy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.funqy.Funq;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The function `desk`: `POST /v1/privacy/requests` and `GET /v1/privacy/requests/{id}`.
public class DeskHandler {

    private static final Map<Integer, String> TITLES =
            Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found");

    private final Desk desk;

    DeskHandler(Desk desk) {
        this.desk = desk;
    }

    @Funq("desk")
    public APIGatewayV2HTTPResponse desk(APIGatewayV2HTTPEvent request) {
        Optional<String> key = PresentedKey.in(lowerCase(given(request.getHeaders())));
        String id = given(request.getPathParameters()).get("id");
        return switch (id == null ? desk.open(key, body(request)) : desk.status(key, id)) {
            case Desk.Answer.Accepted(Request accepted) -> response(202, "application/json", json(accepted));
            case Desk.Answer.Found(Request found) -> response(200, "application/json", json(found));
            case Desk.Answer.Refused refused -> refusal(refused);
        };
    }

    private static String body(APIGatewayV2HTTPEvent request) {
        String body = Optional.ofNullable(request.getBody()).orElse("");
        return request.getIsBase64Encoded()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private static ObjectNode json(Request request) {
        Request.Progress progress = request.progress();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", request.id())
                .put("type", "erasure")
                .put("status", progress.status().label())
                .put("requested_at", request.subject().until().toString())
                .put("due_at", request.due().toString());
        if (progress.status().isOver()) {
            json.put("objects_examined", progress.objects())
                    .put("rows_removed", progress.rows())
                    .put("evidence", progress.evidence());
        }
        return json;
    }

    private static APIGatewayV2HTTPResponse refusal(Desk.Answer.Refused refused) {
        ObjectNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", TITLES.getOrDefault(refused.status(), "Refused"))
                .put("status", refused.status())
                .put("detail", refused.field() + ": " + refused.detail())
                .put("field", refused.field());
        APIGatewayV2HTTPResponse response = response(refused.status(), "application/problem+json", problem);
        if (refused.status() == 401) {
            response.getHeaders().put("www-authenticate", "Basic realm=\"weir\", charset=\"UTF-8\"");
        }
        return response;
    }

    private static APIGatewayV2HTTPResponse response(int status, String type, ObjectNode body) {
        Map<String, String> headers = new HashMap<>(Map.of("content-type", type, "cache-control", "no-store"));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body.toString())
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
