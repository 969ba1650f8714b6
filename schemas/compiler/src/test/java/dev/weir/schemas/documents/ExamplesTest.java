package dev.weir.schemas.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The events that documents give as examples are among the samples, byte for byte.
class ExamplesTest {

    static final List<String> PRODUCTS = Documents.PRODUCTS;

    private static final Path SAMPLES =
            Path.of(Objects.requireNonNull(System.getProperty("weir.root"), "weir.root"), "events-samples");
    private static final Pattern BLOCK = Pattern.compile("^```json\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("^// .*\\n", Pattern.MULTILINE);

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void theExamplesOfTheDocumentAreSamplesVerbatim(String product) throws IOException {
        String folder = System.getenv("WEIR_DOCUMENTS");
        assumeThat(folder)
                .as("WEIR_DOCUMENTS names no folder with the documents, so their examples are not compared")
                .isNotNull();

        assertThat(samples(product))
                .containsExactlyInAnyOrderElementsOf(examples(new Documents(Path.of(folder)).text(product)));
    }

    private static List<String> examples(String document) {
        return BLOCK.matcher(document)
                .results()
                .flatMap(block -> Arrays.stream(COMMENT.split(block.group(1))))
                .map(String::strip)
                .filter(json -> json.contains("\"event_id\""))
                .toList();
    }

    private static List<String> samples(String product) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(product).resolve("envelope"))) {
            return files.filter(file -> file.toFile().getName().matches("document-example.*\\.request\\.json"))
                    .map(ExamplesTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
