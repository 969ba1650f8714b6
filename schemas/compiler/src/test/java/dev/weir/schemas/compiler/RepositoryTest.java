package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each product of the repository by itself, so that one that is broken does not hide another.
class RepositoryTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("products")
    void compiles(String product) throws IOException {
        assertThat(SchemaTree.of(folder, product).problems()).isEmpty();
    }

    private static List<String> products() throws IOException {
        try (Stream<Path> folders = Files.list(SchemaTree.SCHEMAS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("product.yaml")))
                    .map(Sources::name)
                    .sorted()
                    .toList();
        }
    }
}
