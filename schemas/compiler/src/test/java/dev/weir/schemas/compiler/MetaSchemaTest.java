package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// What editors complete and check the sources by.
class MetaSchemaTest {

    static final List<String> NAMES = MetaSchemas.NAMES;

    @ParameterizedTest
    @CsvSource({"product, product.yaml", "event, events/*/*.json", "types, types.json"})
    void takesEverySourceOfTheRepository(String name, String pattern) throws IOException {
        List<Path> sources = MetaSchemas.sources(pattern);

        assertThat(sources).hasSizeGreaterThanOrEqualTo(5);
        for (Path source : sources) {
            assertThat(MetaSchemas.schema(name).validate(MetaSchemas.read(source)))
                    .as(source.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyPropertyHasATitleAndADescription(String name) throws IOException {
        visit(MetaSchemas.source(name), name, (at, property) -> {
            assertThat(property.path("title").asText()).as(at).isNotBlank();
            assertThat(property.path("description").asText()).as(at).isNotBlank();
        });
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyExampleAndDefaultFits(String name) throws IOException {
        visit(MetaSchemas.source(name), "", (at, property) -> {
            property.path("examples").forEach(value -> fits(value, name, at));
            if (property.has("default")) {
                fits(property.path("default"), name, at);
            }
        });
    }

    private static void fits(JsonNode value, String name, String at) {
        assertThat(MetaSchemas.schema(name, at).validate(value))
                .as("%s#%s: %s", name, at, value)
                .isEmpty();
    }

    /// Properties at any depth, less those that are only put together of others.
    private static void visit(JsonNode schema, String at, BiConsumer<String, JsonNode> properties) {
        for (String named : List.of("properties", "$defs")) {
            schema.path(named).forEachEntry((name, property) -> {
                String here = at + "/" + named + "/" + name;
                properties.accept(here, property);
                visit(property, here, properties);
            });
        }
        for (String unnamed : List.of("items", "additionalProperties")) {
            if (schema.path(unnamed).isObject()) {
                visit(schema.path(unnamed), at + "/" + unnamed, properties);
            }
        }
    }

    @Test
    void editorsAreTold() throws IOException {
        JsonNode settings = MetaSchemas.read(SchemaTree.REPOSITORY.resolve(".vscode/settings.json"));

        assertThat(settings.findValuesAsText("url"))
                .containsExactly("./schemas/meta/event.schema.json", "./schemas/meta/types.schema.json");
        for (Path product : MetaSchemas.sources("product.yaml")) {
            assertThat(Files.readString(product))
                    .startsWith("# yaml-language-server: $schema=../meta/product.schema.json\n");
        }
    }

    /// A file's own `$schema` wins over what editors are told of its path.
    @Test
    void noSourceTakesItselfOutOfTheEditorsHands() throws IOException {
        for (Path event : MetaSchemas.sources("events/*/*.json")) {
            assertThat(MetaSchemas.read(event).has("$schema"))
                    .as(event.toString())
                    .isFalse();
        }
    }
}
