package dev.weir.infra.stacks;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.infra.environment.Enrichment;
import dev.weir.infra.environment.Environment;
import dev.weir.infra.environment.EnvironmentFile;
import dev.weir.infra.functions.Functions;
import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The templates of the environments that are shipped, each synthesised once for all tests.
final class Templates {

    static final List<String> STACKS = List.of("releases", "data", "app", "observability");

    /// An environment that is not shipped: `production` with a REST API and a firewall.
    static final String FIREWALL = "firewall";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Map<String, JsonNode>> SYNTHESISED = new ConcurrentHashMap<>();

    /// With every function that an environment may have.
    private static final Options EVERYTHING = new Options(Duration.ofDays(1), true, new Enrichment(null, null, null));

    private Templates() {}

    /// A stack of the environment `production`.
    static JsonNode production(String stack) {
        return of("production", stack);
    }

    static JsonNode of(String environment, String stack) {
        return requireNonNull(
                SYNTHESISED.computeIfAbsent(environment, Templates::synthesise).get(stack), stack);
    }

    static Path root() {
        return Path.of(System.getProperty("weir.root"));
    }

    static Environment environment(String name) {
        return EnvironmentFile.read(name.equals(FIREWALL) ? firewall() : shipped(name));
    }

    private static Path shipped(String name) {
        return root().resolve("infra/environments/" + name + ".yaml");
    }

    private static Path firewall() {
        try {
            String production = Files.readString(shipped("production"))
                    .replace("  api: http\n", "  api: rest\n")
                    .replace("  # requests-per-address: ", "  requests-per-address: ");
            return Files.writeString(folder("weir-environment").resolve(FIREWALL + ".yaml"), production);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Deployment deployment(String environment) {
        return deployment(environment(environment));
    }

    static Deployment deployment(Environment environment) {
        Map<String, String> code = new Functions(new Names(environment.name()), EVERYTHING)
                .all().stream()
                        .map(function -> function.size().zip())
                        .distinct()
                        .collect(Collectors.toMap(
                                zip -> zip, zip -> "functions/" + zip + "-arm64-0000000000000000.zip"));
        return new Deployment(environment, code, List.of(TABLE));
    }

    /// Resources of a type, by logical id.
    static Map<String, JsonNode> resources(JsonNode template, String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        template.path("Resources").forEachEntry((id, resource) -> {
            if (resource.path("Type").asText().equals(type)) {
                found.put(id, resource);
            }
        });
        return found;
    }

    /// A resource by its logical id; one that is missing has no content.
    static JsonNode resource(JsonNode template, String id) {
        return template.path("Resources").path(id);
    }

    /// The text of what is a string, or is to become one.
    static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        JsonNode sub = value.path("Fn::Sub");
        return sub.isArray() ? sub.get(0).asText() : sub.isTextual() ? sub.textValue() : value.toString();
    }

    private static Path folder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(root().resolve("infra/target/tests")), name);
    }

    private static Map<String, JsonNode> synthesise(String environment) {
        return synthesise(environment(environment));
    }

    /// All stacks of an environment that is not shipped.
    static Map<String, JsonNode> synthesise(Environment environment) {
        try {
            Path folder = folder("weir-templates");
            WeirApp.of(deployment(environment), folder).synth();
            Map<String, JsonNode> templates = new TreeMap<>();
            for (String stack : STACKS) {
                Path file = folder.resolve(stack + ".template.json");
                templates.put(stack, JSON.readTree(file.toFile()));
            }
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String TABLE = """
            create external table if not exists bronze_events (
              `event_id` string comment 'Which event it is',
              `tags` array<string>
            )
            comment 'Events'
            partitioned by (
              `product` string,
              `dt` string comment 'Day'
            )
            stored as parquet
            location 's3://${lake_bucket}/bronze/'
            tblproperties (
              'projection.enabled' = 'true',
              'projection.product.type' = 'enum'
            )""";
}
