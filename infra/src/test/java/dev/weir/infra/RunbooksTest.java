package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `docs/operations` tells an operator to type, compared with what the templates make.
class RunbooksTest {

    private static final Path ROOT = Path.of(System.getProperty("weir.root"));
    private static final Path RUNBOOKS = ROOT.resolve("docs/operations");
    private static final Path TEMPLATES = ROOT.resolve("infra/src/test/golden");
    private static final Pattern NAME = Pattern.compile("weir-ENV-[a-z-]*[a-z]");
    private static final Pattern MADE = Pattern.compile("weir-(?:production|steady|trial|firewall)(-[a-z-]*[a-z])");

    @ParameterizedTest
    @MethodSource("runbooks")
    void namesWhatTheTemplatesMake(Path runbook) throws IOException {
        Set<String> named = NAME.matcher(Files.readString(runbook))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(made()).as(runbook.getFileName().toString()).containsAll(named);
    }

    /// The AWS CLI waits for a minute, and then invokes again.
    @ParameterizedTest
    @MethodSource("runbooks")
    void invokesWhatIsLiveAndWaitsForItsAnswer(Path runbook) throws IOException {
        assertThat(Files.readString(runbook).replace("\\\n", "").lines())
                .as(runbook.getFileName().toString())
                .filteredOn(line -> line.contains("aws lambda invoke"))
                .allMatch(line -> line.matches(".* --function-name weir-ENV-[a-z-]+:live .*"))
                .allMatch(line -> line.contains(" --cli-read-timeout 0 "));
    }

    @Test
    void saysHowEachSecretIsKeptAndPutBack() throws IOException {
        String runbook = Files.readString(RUNBOOKS.resolve("disaster-recovery.md"));
        List<String> secrets = new JsonMapper()
                .readTree(TEMPLATES.resolve("production/data.json").toFile())
                .path("Resources")
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals("AWS::SecretsManager::Secret"))
                .map(secret -> secret.at("/Properties/Name").asText())
                .toList();

        assertThat(secrets)
                .isNotEmpty()
                .map(secret -> secret.replace("production", "ENV"))
                .allSatisfy(secret -> assertThat(runbook)
                        .contains("get-secret-value --secret-id " + secret + " ")
                        .contains("put-secret-value --secret-id " + secret + " "));
    }

    private static List<Path> runbooks() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            return files.sorted().toList();
        }
    }

    /// Names in the templates, and those of the stacks, which the templates' files have.
    private static Set<String> made() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            Set<String> made = new HashSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                made.add("weir-ENV-" + file.getFileName().toString().replace(".json", ""));
                MADE.matcher(Files.readString(file)).results().forEach(name -> made.add("weir-ENV" + name.group(1)));
            }
            return made;
        }
    }
}
