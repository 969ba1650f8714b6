package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.infra.LakeStatements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.CfnBucket;

/// CDK's own linter, which knows the schema of every resource and needs no network. It takes a process of its own,
/// since
/// all other tests switch it off.
class LintTest {

    @Test
    void findsNothingWrongWithTheTemplates(@TempDir Path folder) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dweir.root=" + Templates.root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Linted.class.getName(),
                        folder.resolve("templates").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().remove("CDK_VALIDATION");

        Process process = builder.start();
        boolean ended = process.waitFor(180, TimeUnit.SECONDS);

        String log = Files.readString(folder.resolve("log"));
        assertThat(ended).as(log).isTrue();
        assertThat(process.exitValue()).as(log).isZero();
        assertThat(findings(folder.resolve("templates/broken/validation-report.json")))
                .as("it finds what is wrong")
                .isNotEmpty();
        for (String environment : Linted.ENVIRONMENTS) {
            assertThat(findings(folder.resolve("templates/" + environment + "/validation-report.json")))
                    .as(log)
                    .isEmpty();
        }
    }

    private static Iterable<JsonNode> findings(Path report) throws IOException {
        return new JsonMapper()
                .readTree(report.toFile()).path("pluginReports").findValues("violations").stream()
                        .flatMap(JsonNode::valueStream)
                        .toList();
    }

    /// Synthesises environments with the tables of the lake, and a stack with a mistake.
    static final class Linted {

        private static final List<String> ENVIRONMENTS = List.of("steady", Templates.FIREWALL);

        private Linted() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            for (String environment : ENVIRONMENTS) {
                Deployment deployment = Templates.deployment(environment);
                WeirApp.of(
                                new Deployment(
                                        deployment.environment(),
                                        deployment.code(),
                                        LakeStatements.tables(
                                                Templates.root().resolve("schemas/target/derived/athena"))),
                                folder.resolve(environment))
                        .synth();
            }
            App broken = new App(AppProps.builder()
                    .outdir(folder.resolve("broken").toString())
                    .build());
            new CfnBucket(new Stack(broken, "broken"), "Bucket")
                    .addPropertyOverride("VersioningConfiguration.Status", "Perhaps");
            try {
                broken.synth();
            } catch (RuntimeException refused) {
                System.err.println("refused, as it should be: " + refused.getMessage());
            }
        }
    }
}
