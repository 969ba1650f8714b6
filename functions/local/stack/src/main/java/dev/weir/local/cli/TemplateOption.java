package dev.weir.local.cli;

import dev.weir.local.template.Templates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--from-template`: which templates a stack is made from, if from any.
final class TemplateOption {

    /// Where the templates of an environment are: of the release that was made last, or else those that were reviewed.
    private static final String RELEASE = "infra/dist";

    private static final String REVIEWED = "infra/src/test/golden";

    @Option(
            names = "--from-template",
            paramLabel = "ENV|DIR",
            arity = "0..1",
            fallbackValue = "trial",
            description = {
                "Run what the templates of a deployment describe, in place of this machine's own lists: names, memory,",
                "timeouts, variables, mappings, schedules and routes are those that ship. An environment (${FALLBACK-VALUE}), of",
                "the last release (infra/ops release) or, where none was made, as in infra/src/test/golden; or a folder."
            })
    private @Nullable String from;

    /// The templates; none, where the option is not given.
    Optional<Templates> in(Path root) throws CannotDo {
        if (from == null) {
            return Optional.empty();
        }
        String wanted = from;
        return Optional.of(Templates.in(Stream.of(
                        Path.of(wanted),
                        root.resolve(RELEASE).resolve(wanted),
                        root.resolve(REVIEWED).resolve(wanted))
                .filter(folder -> Files.exists(folder.resolve("app.json")))
                .findFirst()
                .orElseThrow(() -> new CannotDo("there are no templates of " + wanted
                        + ": it is neither a folder with an app.json nor an environment in " + RELEASE + " or "
                        + REVIEWED))));
    }
}
