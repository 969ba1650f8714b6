package dev.weir.infra;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.infra.environment.Environment;
import dev.weir.infra.environment.EnvironmentFile;
import dev.weir.infra.environment.InvalidEnvironment;
import dev.weir.infra.stacks.Deployment;
import dev.weir.infra.stacks.WeirApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Templates of one environment: `Synthesise <environment.yaml> <packages> <tables> <output>`. The folder of packages
/// has `<name>-arm64-<hash>.zip`, that of tables the statements that the catalogs derive.
public final class Synthesise {

    private Synthesise() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("usage: Synthesise ENVIRONMENT.yaml PACKAGES TABLES OUTPUT");
        }
        try {
            release(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        } catch (InvalidEnvironment | IllegalStateException problem) {
            System.err.println("infra: " + problem.getMessage());
            System.exit(1);
        }
    }

    static void release(Path file, Path packages, Path tables, Path output) throws IOException {
        Environment environment = EnvironmentFile.read(file);
        requireProducts(environment, LakeStatements.products(tables));
        Deployment deployment = new Deployment(environment, packages(packages), LakeStatements.tables(tables));
        WeirApp.of(deployment, output).synth();
        Release.write(environment, output);
    }

    /// The collector starts with no issuer of a product that it does not know, and no rollback takes an issuer back.
    private static void requireProducts(Environment environment, SortedSet<String> products) {
        for (JsonNode issuer : environment.issuers()) {
            if (!products.contains(issuer.path("product").asText())) {
                throw new IllegalStateException("issuers: product: must be one of " + String.join(", ", products));
            }
        }
    }

    private static Map<String, String> packages(Path folder) throws IOException {
        Map<String, String> packages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches(".+-arm64-[0-9a-f]+\\.zip"))
                    .forEach(name ->
                            packages.put(name.replaceFirst("-arm64-[0-9a-f]+\\.zip$", ""), "functions/" + name));
        }
        return packages;
    }
}
