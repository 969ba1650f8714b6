package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a change of the code changes in the account is seen in the difference of these files, and reviewed there.
/// `-Dweir.golden=write` writes them anew.
class GoldenTemplatesTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Arguments> templates() {
        return Stream.of("trial", "steady", "production", Templates.FIREWALL)
                .flatMap(environment -> Templates.STACKS.stream().map(stack -> Arguments.of(environment, stack)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isTheTemplateThatWasReviewed(String environment, String stack) throws IOException {
        Path golden = Templates.root().resolve("infra/src/test/golden/" + environment + "/" + stack + ".json");
        String template = JSON.writer(printer()).writeValueAsString(Templates.of(environment, stack)) + "\n";
        if ("write".equals(System.getProperty("weir.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, template);
        }

        List<String> reviewed = Files.readAllLines(golden);

        assertThat(template.lines().toList())
                .as(
                        "infra/src/test/golden/%s/%s.json; see CONTRIBUTING.md for how to accept a change",
                        environment, stack)
                .isEqualTo(reviewed);
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        return printer;
    }
}
