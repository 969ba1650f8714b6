package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each role may do, an action and a resource at a time, written down a second time: in permissions.txt.
class PermissionsTest {

    static List<String> expected() throws IOException {
        return Files.readAllLines(Templates.root().resolve("infra/src/test/resources/permissions.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void isGranted(String permission) {
        assertThat(granted()).as("a function needs this, and it is gone").contains(permission);
    }

    @Test
    void grantsNothingElse() throws IOException {
        assertThat(granted()).isSubsetOf(expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void hasNoWildcardButBelowANamedResource(String permission) {
        String[] parts = permission.split(" ", -1);

        assertThat(parts[2]).as("action").doesNotContain("*");
        assertThat(parts[3]).as("resource").doesNotMatch("\\*").matches("[^*]+([/:]\\*)?");
    }

    private static Set<String> granted() {
        Set<String> granted = new TreeSet<>();
        Templates.resources(Templates.production("app"), "AWS::IAM::Role").values().stream()
                .map(role -> role.path("Properties"))
                .forEach(role -> {
                    String name = Templates.text(role.path("RoleName"))
                            .replace("weir-production-", "")
                            .replace("-${AWS::Region}", "");
                    each(role.path("Policies"))
                            .flatMap(policy -> each(policy.at("/PolicyDocument/Statement")))
                            .forEach(statement -> granted.addAll(lines(name, statement)));
                });
        return granted;
    }

    private static List<String> lines(String role, JsonNode statement) {
        return each(statement.path("Action"))
                .flatMap(action -> each(statement.path("Resource"))
                        .map(resource -> role + " " + statement.path("Sid").asText() + " " + action.asText() + " "
                                + Templates.text(resource)))
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
    }
}
