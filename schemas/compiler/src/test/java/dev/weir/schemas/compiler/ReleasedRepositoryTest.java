package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleasedRepositoryTest {

    /// Whoever takes a file out of the released set takes a promise back, and the gate cannot know.
    @Test
    void atLeastTheVersionsOfTheFirstReleaseAreReleased() throws IOException {
        try (Stream<Path> files = Files.walk(SchemaTree.SCHEMAS.resolve("released"))) {
            assertThat(files.filter(file -> file.toString().matches(".*/[0-9]+\\.json")))
                    .hasSizeGreaterThanOrEqualTo(165);
        }
    }

    @Test
    void theCatalogKeepsWhatItsReleasedVersionsPromise() {
        assertThat(CheckedCatalog.of(SchemaTree.SCHEMAS)).isInstanceOf(Compilation.Compiled.class);
    }
}
