package dev.weir.collector;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// An HTTP answer with a JSON body.
///
/// @param headers beside the content type
record Answer(int status, String contentType, Map<String, String> headers, JsonNode body) {

    static Answer ok(JsonNode body) {
        return new Answer(200, "application/json", Map.of(), body);
    }

    APIGatewayV2HTTPResponse toResponse() {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("content-type", contentType);
        all.put("cache-control", "no-store");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(body.toString())
                .withIsBase64Encoded(false)
                .build();
    }
}
