package dev.weir.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was applied last, a file `<stack>.json` for each stack, as CloudFormation remembers it.
///
/// @param folder made when it is not there
public record AppliedStacks(Path folder) {

    private static final JsonMapper JSON = new JsonMapper();

    /// What was applied last; nothing, where nothing was.
    public ResolvedStack read(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return ResolvedStack.nothing(name);
        }
        try {
            List<Resource> resources = new ArrayList<>();
            JSON.readTree(file.toFile()).forEachEntry((id, stored) -> resources.add(resource(id, stored)));
            return new ResolvedStack(name, resources);
        } catch (IOException e) {
            throw new CannotApply("cannot read what was applied: " + file, e);
        }
    }

    public void write(ResolvedStack stack) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        stack.resources().forEach(resource -> content.set(resource.id(), stored(resource)));
        try {
            Files.createDirectories(folder);
            JSON.writerWithDefaultPrettyPrinter().writeValue(file(stack.name()).toFile(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource resource(String id, JsonNode stored) {
        return new Resource(
                id,
                stored.path("Type").asText(),
                stored.path("PhysicalId").asText(),
                stored.path("Properties"),
                Resource.Policy.valueOf(stored.path("OnDelete").asText()),
                Resource.Policy.valueOf(stored.path("OnReplace").asText()));
    }

    private static JsonNode stored(Resource resource) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Type", resource.type())
                .put("PhysicalId", resource.physicalId())
                .put("OnDelete", resource.onDelete().name())
                .put("OnReplace", resource.onReplace().name())
                .set("Properties", resource.properties());
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }
}
