package dev.weir.privacy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.intake.PresentedKey;
import dev.weir.core.intake.Refusal;
import io.quarkus.funqy.Funq;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
    public APIGatewayV2HTTPResponse desk(APIGatewayV2HTTPEvent request) {
        Optional<String> key = PresentedKey.in(request.getHeaders());
        Optional<String> id = Optional.ofNullable(request.getPathParameters()).map(parameters -> parameters.get("id"));
        return switch (id.map(known -> desk.status(key, known)).orElseGet(() -> desk.open(key, body(request)))) {
            case Desk.Answer.Accepted(Request accepted) -> response(202, HEADERS, status.of(accepted));
            case Desk.Answer.Found(Request found) -> response(200, HEADERS, status.of(found));
            case Desk.Answer.Refused(Refusal why) -> response(why.status(), why.headers(), why.json());
        };
    }

    private static String body(APIGatewayV2HTTPEvent request) {
        String body = Optional.ofNullable(request.getBody()).orElse("");
        return request.getIsBase64Encoded()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private static APIGatewayV2HTTPResponse response(int status, Map<String, String> headers, ObjectNode body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body.toString())
                .build();
    }
}
