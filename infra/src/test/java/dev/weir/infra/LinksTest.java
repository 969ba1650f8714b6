package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Links between the repository's documents, and from what commands print to them.
class LinksTest {

    private static final Path ROOT = Path.of(System.getProperty("weir.root"));
    private static final Set<String> GENERATED = Set.of("target", "dist", "node_modules");
    private static final Pattern DOCUMENT = Pattern.compile("docs/[a-z/-]+\\.md(#[a-z0-9-]+)?");

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        assertThat(dead(MarkdownFile.read(ROOT.resolve(document))))
                .as(document.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatACommandRefersToIsThere(Path command) throws IOException {
        MarkdownFile root = new MarkdownFile(ROOT.resolve("README.md"), "");
        List<String> dead = new ArrayList<>();
        for (MatchResult reference : DOCUMENT.matcher(Files.readString(ROOT.resolve(command)))
                .results()
                .toList()) {
            if (!root.leadsSomewhere(reference.group())) {
                dead.add(reference.group());
            }
        }
        assertThat(dead).as(command.toString()).isEmpty();
    }

    @Test
    void looksIntoAllDocumentsAndIntoNothingThatIsGenerated() throws IOException {
        assertThat(documents())
                .extracting(Path::toString)
                .contains("README.md", "CONTRIBUTING.md", "docs/privacy.md", "docs/operations/deploy.md")
                .contains("schemas/ott-streaming/README.md")
                .noneMatch(path -> path.contains("target/"));
    }

    @ParameterizedTest
    @CsvSource({
        "#what-is-here,true",
        "other.md,true",
        "folder,true",
        "other.md#a-b-c_d,true",
        "other.md#ärger--more,true",
        "other.md#twice,true",
        "other.md#twice-1,true",
        "other.md#twice-2,false",
        "other.md#linked-text,true",
        "other.md#in-a-block,false",
        "other.md#What,false",
        "#what,false",
        "others.md,false",
        "folder/other.md,false"
    })
    void aLinkLeadsToAFileAndAHeadingAsGitHubNamesIt(String target, boolean leads, @TempDir Path folder)
            throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("one.md"), "# What is here?\n\nSee [there](" + target + ").\n");
        Files.writeString(folder.resolve("other.md"), """
                # A `b`: (C_d)
                ## Ärger & more
                ## Twice
                ## Twice ##
                ## [Linked](one.md) text
                ```
                # In a block
                ```
                """);

        assertThat(dead(MarkdownFile.read(folder.resolve("one.md"))).isEmpty()).isEqualTo(leads);
    }

    @Test
    void codeAndTheWebAreNotLookedAt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.md"), """
                `a[0](none.md)` and ``b` [c](none.md)`` and [`code`](https://example.com/none.md)

                ```json
                [a](none.md)
                ```
                """);

        assertThat(MarkdownFile.read(file).links()).isEmpty();
    }

    private static List<String> dead(MarkdownFile file) throws IOException {
        List<String> dead = new ArrayList<>();
        for (String target : file.links()) {
            if (!file.leadsSomewhere(target)) {
                dead.add(target);
            }
        }
        return dead;
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skip = !folder.equals(ROOT) && (GENERATED.contains(name) || name.startsWith("."));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    documents.add(ROOT.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return documents;
    }

    private static List<Path> commands() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("infra/commands"))) {
            return files.map(ROOT::relativize).sorted().toList();
        }
    }
}
