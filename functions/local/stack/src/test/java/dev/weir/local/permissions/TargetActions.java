package dev.weir.local.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.weir.local.front.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which actions a request needs whose header `X-Amz-Target` says what it is: of DynamoDB, Kinesis, SQS and Secrets
/// Manager.
final class TargetActions {

    private static final ObjectMapper JSON = new JsonMapper();
    private static final ObjectMapper CBOR = new CBORMapper();
    private static final String ACCOUNT = ":us-east-1:000000000000:";

    /// What each member of a transaction is, to IAM.
    private static final Map<String, String> PARTS = Map.of(
            "Put", "PutItem",
            "Update", "UpdateItem",
            "Delete", "DeleteItem",
            "Get", "GetItem",
            "ConditionCheck", "ConditionCheckItem");

    private TargetActions() {}

    static List<Call> of(Request request) throws IOException {
        String action = request.target().substring(request.target().indexOf('.') + 1);
        JsonNode body = (request.body().length > 0 && request.body()[0] == '{' ? JSON : CBOR).readTree(request.body());
        return switch (request.service()) {
            case "dynamodb" -> items(request, action, body);
            case "kinesis" ->
                List.of(call(request, action, arn("kinesis", "stream/", body, "StreamName", "StreamARN")));
            case "sqs" ->
                List.of(call(request, action, queue(body.path("QueueUrl").asText())));
            case "secretsmanager" ->
                List.of(call(request, action, body.path("SecretId").asText()));
            default -> throw new IllegalArgumentException("no action is known for " + request.target());
        };
    }

    private static List<Call> items(Request request, String action, JsonNode body) {
        List<Call> calls = new ArrayList<>();
        if (action.startsWith("Transact")) {
            body.path("TransactItems")
                    .forEach(item -> item.forEachEntry((kind, part) -> calls.add(call(
                            request,
                            PARTS.getOrDefault(kind, kind),
                            table(part.path("TableName").asText())))));
        } else if (action.startsWith("Batch")) {
            body.path("RequestItems")
                    .fieldNames()
                    .forEachRemaining(name -> calls.add(call(request, action, table(name))));
        } else {
            String index = body.path("IndexName").asText();
            calls.add(call(
                    request,
                    action,
                    table(body.path("TableName").asText()) + (index.isEmpty() ? "" : "/index/" + index)));
        }
        return calls;
    }

    private static Call call(Request request, String action, String resource) {
        return new Call(request.caller(), request.service() + ":" + action, resource);
    }

    private static String table(String name) {
        return name.startsWith("arn:") ? name : "arn:aws:dynamodb" + ACCOUNT + "table/" + name;
    }

    private static String queue(String url) {
        return "arn:aws:sqs" + ACCOUNT + url.substring(url.lastIndexOf('/') + 1);
    }

    private static String arn(String service, String kind, JsonNode body, String name, String arn) {
        return body.has(arn)
                ? body.path(arn).asText()
                : "arn:aws:" + service + ACCOUNT + kind + body.path(name).asText();
    }
}
