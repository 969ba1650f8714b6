package dev.weir.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.lambda.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A template of CloudFormation, as the release has it.
///
/// @param name the stack's concern, such as `data`
public record Template(String name, JsonNode content) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STORED = "AWS::SSM::Parameter::Value<String>";

    /// Reads `<name>.json`.
    ///
    /// @throws CannotApply where the file is no template
    public static Template read(Path folder, String name) {
        Path file = folder.resolve(name + ".json");
        try {
            JsonNode content = JSON.readTree(file.toFile());
            if (!content.path("Resources").isObject()) {
                throw new CannotApply(file + " is no template: it has no Resources");
            }
            return new Template(name, content);
        } catch (IOException e) {
            throw new CannotApply("cannot read the template " + file, e);
        }
    }

    /// Everything in it resolved, and every resource one that this machine has or can do without.
    ///
    /// @param stored the parameter store, with what stacks before have said; what this one says is added
    ///
    /// @throws CannotApply at the first thing that is not understood, with its name
    ResolvedStack resolve(Account account, Map<String, String> stored) {
        Map<String, JsonNode> declared = new LinkedHashMap<>();
        content.path("Resources").forEachEntry(declared::put);
        Evaluator evaluator = new Evaluator(account, new Identities(), parameters(stored), declared);
        Emulation emulation = new Emulation();
        List<Resource> resources = new ArrayList<>();
        declared.forEach((id, resource) -> {
            if (resource.has("Condition")) {
                throw new CannotApply(id + " has a condition, which is not understood here");
            }
            emulation.check(id, resource);
            resources.add(resolved(id, resource, evaluator));
        });
        ResolvedStack stack = new ResolvedStack(name, resources);
        stack.of("AWS::SSM::Parameter")
                .forEach(parameter -> stored.put(parameter.text("/Name"), parameter.text("/Value")));
        return stack;
    }

    private static Resource resolved(String id, JsonNode resource, Evaluator evaluator) {
        return new Resource(
                id,
                resource.path("Type").asText(),
                evaluator.ref(id),
                evaluator.resolve(resource.path("Properties")),
                Resource.Policy.of(resource.path("DeletionPolicy").asText()),
                Resource.Policy.of(resource.path("UpdateReplacePolicy").asText()));
    }

    private Map<String, String> parameters(Map<String, String> stored) {
        Map<String, String> values = new HashMap<>();
        content.path("Parameters").forEachEntry((parameter, declaration) -> {
            String value = declaration.path("Default").asText();
            values.put(parameter, STORED.equals(declaration.path("Type").asText()) ? looked(stored, value) : value);
        });
        return values;
    }

    private String looked(Map<String, String> stored, String parameter) {
        String value = stored.get(parameter);
        if (value == null) {
            throw new CannotApply(name + " needs the parameter " + parameter + ", which no stack before it has made");
        }
        return value;
    }
}
