package dev.weir.local.permissions;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One action on one resource that a function's role allows.
///
/// @param sid of the statement
/// @param resource ARN, in which `*` is anything
public record Granted(String function, String sid, String action, String resource) {

    /// Everything that the roles of a stack's functions allow.
    public static List<Granted> in(ResolvedStack app) {
        Map<String, Resource> roles = app.of("AWS::IAM::Role").collect(Collectors.toMap(Granted::arn, role -> role));
        List<Granted> granted = new ArrayList<>();
        app.of("AWS::Lambda::Function")
                .forEach(function -> granted.addAll(
                        of(function.physicalId(), requireNonNull(roles.get(function.text("/Role")), function.id()))));
        return granted;
    }

    boolean allows(Call call) {
        return Call.keyOf(function).equals(call.function())
                && action.equals(call.action())
                && Pattern.matches(
                        Stream.of(resource.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                        call.resource());
    }

    private static String arn(Resource role) {
        return "arn:aws:iam::000000000000:role/" + role.physicalId();
    }

    private static List<Granted> of(String function, Resource role) {
        List<Granted> granted = new ArrayList<>();
        for (JsonNode policy : role.each("/Policies")) {
            for (JsonNode statement : policy.at("/PolicyDocument/Statement")) {
                if (!statement.path("Effect").asText().equals("Allow") || statement.has("Condition")) {
                    throw new IllegalArgumentException(role.id() + ": only plain 'Allow' is understood here");
                }
                each(statement.path("Action"))
                        .forEach(action -> each(statement.path("Resource"))
                                .forEach(resource -> granted.add(new Granted(
                                        function, statement.path("Sid").asText(), action, resource))));
            }
        }
        return granted;
    }

    private static List<String> each(JsonNode oneOrMany) {
        return (oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany))
                .map(JsonNode::asText)
                .toList();
    }
}
