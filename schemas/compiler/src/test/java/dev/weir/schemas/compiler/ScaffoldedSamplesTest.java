package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.schemas.scaffold.Scaffold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new product begins with all the samples that the repository's tests demand.
class ScaffoldedSamplesTest {

    @TempDir
    Path folder;

    @Test
    void noSampleIsMissingOfANewProduct() throws Exception {
        Path schemas = Files.createDirectory(folder.resolve("schemas"));
        SchemaTree tree = SchemaTree.of(schemas, "video-window");
        Path samples = folder.resolve("samples");
        new Scaffold(schemas, samples).product("corner-shop");
        copyVideoWindow(samples);

        assertThat(tree.problems()).isEmpty();
        assertThat(MissingSamples.of(((Compilation.Compiled) tree.compile()).catalog(), samples))
                .isEmpty();
    }

    private static void copyVideoWindow(Path samples) throws IOException {
        Path from = SchemaTree.REPOSITORY.resolve("events-samples");
        try (var files = Files.walk(from.resolve("video-window"))) {
            for (Path file : files.toList()) {
                Files.copy(file, samples.resolve(from.relativize(file).toString()));
            }
        }
    }
}
