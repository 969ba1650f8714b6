package dev.weir.infra;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.infra.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a deployment reads, beside the packages: small templates `<stack>.json`, `issuers.json`, and `environment`, a
/// line
/// `name=value` each of what the operator's commands must know.
final class Release {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SUFFIX = ".template.json";

    private Release() {}

    static void write(Environment environment, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(SUFFIX)) {
                    byte[] small = JSON.writeValueAsBytes(JSON.readTree(file.toFile()));
                    Files.write(folder.resolve(name.replace(SUFFIX, ".json")), small);
                }
                Files.delete(file);
            }
        }
        ObjectNode issuers = JSON.createObjectNode();
        issuers.putArray("issuers").addAll(environment.issuers());
        Files.write(folder.resolve("issuers.json"), JSON.writeValueAsBytes(issuers));
        Files.write(
                folder.resolve("environment"), List.of("name=" + environment.name(), "region=" + environment.region()));
    }
}
