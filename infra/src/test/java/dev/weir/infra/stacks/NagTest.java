package dev.weir.infra.stacks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.PolicyViolation;

/// AWS's own rules for solutions and for serverless applications. What we decided otherwise is in acknowledged.txt, a
/// line
/// `<rule> <stack> <reason>` each.
class NagTest {

    /// @param rule and the stack it is about
    record Acknowledged(String rule, String reason) {

        static Acknowledged of(String line) {
            String[] words = line.split(" +", 3);
            return new Acknowledged(words[0] + " " + words[1], words.length > 2 ? words[2] : "");
        }
    }

    @Test
    void findsNothingButWhatIsAcknowledgedWithAReason(@TempDir Path folder) throws IOException {
        List<Acknowledged> acknowledged =
                Files.readAllLines(Templates.root().resolve("infra/src/test/resources/acknowledged.txt")).stream()
                        .filter(line -> !line.isBlank())
                        .map(Acknowledged::of)
                        .toList();

        Set<String> found = findings(folder);

        assertThat(found)
                .isEqualTo(
                        acknowledged.stream().map(Acknowledged::rule).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(acknowledged).allSatisfy(one -> assertThat(one.reason()).hasSizeGreaterThan(20));
    }

    private static Set<String> findings(Path folder) {
        return Stream.of("production", Templates.FIREWALL)
                .map(environment -> WeirApp.of(Templates.deployment(environment), folder.resolve(environment)))
                .flatMap(app -> Stream.of(
                        new AwsSolutionsChecks().validateScope(app), new ServerlessChecks().validateScope(app)))
                .flatMap(report -> report.getViolations().stream())
                .flatMap(NagTest::places)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> places(PolicyViolation violation) {
        String rule = violation.getRuleName().replaceFirst("\\[.*", "");
        return violation.getViolatingResources().stream()
                .map(construct -> rule + " "
                        + requireNonNull(construct.getConstructPath()).split("/", -1)[0]);
    }
}
