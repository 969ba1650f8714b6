package dev.weir.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.local.lambda.Account;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Resolves [intrinsic
/// functions](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html)
/// of one template: `Ref`, `Fn::GetAtt`, `Fn::Sub` and `Fn::Join`. Another one is refused, never passed on.
final class Evaluator {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Account account;
    private final Identities identities;
    private final Map<String, String> parameters;
    private final Map<String, JsonNode> resources;
    private final Set<String> underway = new HashSet<>();

    /// @param parameters the template's, with their values
    /// @param resources as the template has them, by logical id
    Evaluator(Account account, Identities identities, Map<String, String> parameters, Map<String, JsonNode> resources) {
        this.account = account;
        this.identities = identities;
        this.parameters = parameters;
        this.resources = resources;
    }

    JsonNode resolve(JsonNode value) {
        if (value.isArray()) {
            ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
            value.forEach(member -> resolved.add(resolve(member)));
            return resolved;
        }
        if (!value.isObject()) {
            return value;
        }
        if (value.size() == 1) {
            Map.Entry<String, JsonNode> only = value.properties().iterator().next();
            if (only.getKey().equals("Ref")) {
                return TextNode.valueOf(ref(only.getValue().asText()));
            }
            if (only.getKey().startsWith("Fn::")) {
                return TextNode.valueOf(function(only.getKey(), only.getValue()));
            }
        }
        ObjectNode resolved = JsonNodeFactory.instance.objectNode();
        value.forEachEntry((name, member) -> resolved.set(name, resolve(member)));
        return resolved;
    }

    private String function(String name, JsonNode argument) {
        return switch (name) {
            case "Fn::GetAtt" ->
                attribute(argument.path(0).asText(), argument.path(1).asText());
            case "Fn::Join" ->
                argument.path(1)
                        .valueStream()
                        .map(part -> resolve(part).asText())
                        .collect(Collectors.joining(argument.path(0).asText()));
            case "Fn::Sub" ->
                argument.isArray()
                        ? substitute(argument.path(0).asText(), argument.path(1))
                        : substitute(argument.asText(), JsonNodeFactory.instance.objectNode());
            default -> throw new CannotApply(name + " is not understood here");
        };
    }

    private String substitute(String text, JsonNode variables) {
        return filled(text, name -> {
            if (variables.has(name)) {
                return resolve(variables.path(name)).asText();
            }
            int dot = name.indexOf('.');
            return dot < 0 ? ref(name) : attribute(name.substring(0, dot), name.substring(dot + 1));
        });
    }

    /// What a reference to a parameter or resource is replaced by.
    String ref(String name) {
        String parameter = parameters.get(name);
        if (parameter != null) {
            return parameter;
        }
        return name.startsWith("AWS::") ? pseudo(name) : identity(name, identities.ref(type(name)));
    }

    private String attribute(String id, String attribute) {
        return identity(
                id,
                identities
                        .attribute(type(id), attribute)
                        .orElseThrow(() -> new CannotApply(
                                "the attribute " + attribute + " of " + id + " (" + type(id) + ") is not known here")));
    }

    private String identity(String id, String form) {
        if (!underway.add(id)) {
            throw new CannotApply(id + " refers to itself");
        }
        try {
            JsonNode properties = resource(id).path("Properties");
            return filled(form, name -> {
                if (name.equals("id")) {
                    return id;
                }
                return name.startsWith("AWS::") ? pseudo(name) : property(id, properties, name);
            });
        } finally {
            underway.remove(id);
        }
    }

    private String property(String id, JsonNode properties, String name) {
        JsonNode value = properties.path(name);
        if (value.isMissingNode()) {
            throw new CannotApply(id + " is referred to by its " + name + ", and has none");
        }
        return resolve(value).asText();
    }

    private String pseudo(String name) {
        return switch (name) {
            case "AWS::AccountId" -> account.id();
            case "AWS::Region" -> account.region();
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> throw new CannotApply("the pseudo parameter " + name + " is not known here");
        };
    }

    private String type(String id) {
        return resource(id).path("Type").asText();
    }

    private JsonNode resource(String id) {
        JsonNode resource = resources.get(id);
        if (resource == null) {
            throw new CannotApply("there is neither a resource nor a parameter " + id);
        }
        return resource;
    }

    /// A `${!name}` stands for `${name}` itself.
    private static String filled(String text, UnaryOperator<String> value) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).isEmpty() ? value.apply(found.group(2)) : "${" + found.group(2) + "}"));
    }
}
