package dev.weir.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Source;
import dev.weir.schemas.compiler.CatalogCompiler;
import dev.weir.schemas.compiler.Compilation;
import dev.weir.schemas.scaffold.NewEvent;
import dev.weir.schemas.scaffold.Scaffold;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./weir catalog new` writes passes what every sample must pass, before anybody has touched it.
class ScaffoldContractTest {

    private static final Path SCHEMAS = Path.of(System.getProperty("weir.root"), "schemas");
    private static final Map<String, List<String>> PURPOSES = Map.of(
            "video-window", List.of("essential", "analytics"),
            "unofficial-communities", List.of("essential", "telemetry", "whatsapp_activity"),
            "ott-streaming", List.of("essential", "analytics", "personalization", "ad_targeting"),
            "tenant-telemetry", List.of("essential"));

    @TempDir
    Path folder;

    @Test
    void theSamplesOfANewProductGetTheirOutcome() throws Exception {
        Scaffold scaffold = scaffold();

        scaffold.product("corner-shop");
        scaffold.event(event("corner-shop", "cart.item_added", "analytics", Source.CLIENT));
        scaffold.event(event("corner-shop", "order.paid", "essential", Source.SERVER));

        assertThat(catalog(scaffold).productNames()).contains("corner-shop");
        assertThat(differences(scaffold))
                .hasSize(8 + 3 + 2)
                .allSatisfy(each -> assertThat(each).isEmpty());
    }

    @Test
    void theSamplesOfANewEventGetTheirOutcomeWhateverItsPurposeAndSource() throws Exception {
        Scaffold scaffold = scaffold();

        for (Map.Entry<String, List<String>> product : PURPOSES.entrySet()) {
            for (String purpose : product.getValue()) {
                for (Source source : Source.values()) {
                    String name = "scaffolded_" + source.label() + "." + purpose;
                    scaffold.event(event(product.getKey(), name, purpose, source));
                }
            }
        }

        assertThat(differences(scaffold))
                .hasSizeGreaterThan(40)
                .allSatisfy(each -> assertThat(each).isEmpty());
    }

    private Scaffold scaffold() throws IOException {
        Path schemas = folder.resolve("schemas");
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            for (Path file : files.filter(ScaffoldContractTest::isSource).toList()) {
                Path copy = schemas.resolve(SCHEMAS.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
        return new Scaffold(schemas, folder.resolve("samples"));
    }

    private static boolean isSource(Path file) {
        String path = SCHEMAS.relativize(file).toString();
        return Files.isRegularFile(file) && !path.startsWith("compiler") && !path.startsWith("target");
    }

    private static NewEvent event(String product, String name, String purpose, Source source) {
        return new NewEvent(
                product,
                name,
                new NewEvent.Wishes(Optional.of(purpose), Optional.of(source), Optional.empty(), Optional.empty()));
    }

    private static Catalog catalog(Scaffold scaffold) throws IOException {
        return switch (CatalogCompiler.compile(scaffold.schemas())) {
            case Compilation.Compiled compiled ->
                Catalog.read(
                        new ByteArrayInputStream(compiled.catalog().toString().getBytes(StandardCharsets.UTF_8)));
            case Compilation.Broken broken -> throw new AssertionError(broken.problems());
        };
    }

    private static List<List<String>> differences(Scaffold scaffold) throws IOException {
        IntakeContract contract = new IntakeContract(catalog(scaffold));
        return contract.samples(scaffold.samples()).map(contract::differences).toList();
    }
}
