package dev.weir.local.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.local.template.Template;
import dev.weir.local.template.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The reviewed templates of the environment `trial`, and those of a release that differs from it.
record ReviewedTemplates(Templates templates) {

    static final String ENVIRONMENT = "trial";

    static ReviewedTemplates trial() {
        return of(ENVIRONMENT);
    }

    static ReviewedTemplates of(String environment) {
        return new ReviewedTemplates(
                Templates.in(Path.of(System.getProperty("weir.root"), "infra/src/test/golden", environment)));
    }

    /// The same, with another value of an environment variable wherever a function is told it.
    ReviewedTemplates telling(String variable, String value) {
        return with(
                "app",
                template -> template.path("Resources").forEach(resource -> {
                    if (resource.at("/Properties/Environment/Variables") instanceof ObjectNode variables
                            && variables.has(variable)) {
                        variables.set(variable, TextNode.valueOf(value));
                    }
                }));
    }

    /// The same, with a resource of a stack changed: its properties are handed over.
    ReviewedTemplates with(String stack, String type, Consumer<ObjectNode> change) {
        return with(
                stack,
                template -> template.path("Resources").forEach(resource -> {
                    if (resource.path("Type").asText().equals(type)) {
                        change.accept((ObjectNode) resource.path("Properties"));
                    }
                }));
    }

    private ReviewedTemplates with(String stack, Consumer<ObjectNode> change) {
        List<Template> all = templates.all().stream()
                .map(template -> template.name().equals(stack) ? changed(template, change) : template)
                .toList();
        return new ReviewedTemplates(new Templates(templates.environment(), all));
    }

    private static Template changed(Template template, Consumer<ObjectNode> change) {
        ObjectNode copy = template.content().deepCopy();
        change.accept(copy);
        return new Template(template.name(), copy);
    }
}
