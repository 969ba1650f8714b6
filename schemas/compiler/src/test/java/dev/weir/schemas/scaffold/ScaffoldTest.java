package dev.weir.schemas.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Source;
import dev.weir.schemas.compiler.CatalogCompiler;
import dev.weir.schemas.compiler.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaffoldTest {

    private static final Path SCHEMAS =
            Path.of(Objects.requireNonNull(System.getProperty("weir.root"), "weir.root"), "schemas");

    @TempDir
    Path folder;

    private Scaffold scaffold = new Scaffold(SCHEMAS, SCHEMAS);

    @BeforeEach
    void copySmallProducts() throws IOException {
        scaffold = new Scaffold(folder.resolve("schemas"), folder.resolve("samples"));
        for (String name : new String[] {"video-window", "tenant-telemetry", "thedata"}) {
            copy(name);
        }
        Files.copy(SCHEMAS.resolve("envelope.json"), scaffold.schemas().resolve("envelope.json"));
    }

    private void copy(String product) throws IOException {
        try (Stream<Path> files = Files.walk(SCHEMAS.resolve(product))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = scaffold.schemas().resolve(SCHEMAS.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void writesAnEventThatCompiles() throws Exception {
        scaffold.event(event("video-window", "story_archived", "analytics", Source.SERVER));

        assertThat(catalog().at("/products/video-window/events/story_archived/1"))
                .asString()
                .contains("\"purpose\":\"analytics\"", "\"sources\":[\"server\"]");
    }

    @Test
    void writesADroppedSampleOnlyWhereAnEventCanBeRefused() throws Exception {
        copy("unofficial-communities");
        scaffold.event(event("video-window", "story_archived", "analytics", Source.CLIENT));
        scaffold.event(event("video-window", "story_lost", "essential", Source.CLIENT));
        scaffold.event(event("unofficial-communities", "playlist.opened", "telemetry", Source.CLIENT));

        assertThat(folder.resolve("samples/video-window/story_archived/dropped.request.json"))
                .exists();
        assertThat(folder.resolve("samples/video-window/story_lost/dropped.request.json"))
                .doesNotExist();
        assertThat(folder.resolve("samples/unofficial-communities/playlist.opened/dropped.request.json"))
                .doesNotExist();
    }

    @Test
    void decidesAsTheOtherEventsOfTheProductDo() throws Exception {
        scaffold.event(new NewEvent("tenant-telemetry", "conversation_ended", NewEvent.Wishes.NONE));

        JsonNode schema = json("tenant-telemetry/events/conversation_ended/1.json");
        assertThat(schema.path("x-weir-purpose").asText()).isEqualTo("essential");
        assertThat(schema.path("x-weir-sources")).hasToString("[\"server\"]");
        assertThat(schema.path("x-weir-category").asText()).isEqualTo("conversation");
        assertThat(schema.path("x-weir-retention").asText()).isEqualTo("conversations");
    }

    @Test
    void doesNotGuessAPurposeWhereThereAreSeveral() throws IOException {
        copy("unofficial-communities");

        assertThatThrownBy(() ->
                        scaffold.event(new NewEvent("unofficial-communities", "playlist.opened", NewEvent.Wishes.NONE)))
                .isInstanceOf(CannotScaffold.class)
                .hasMessage("say what the event is collected for, with --purpose: one of essential, telemetry,"
                        + " whatsapp_activity");
        assertThat(folder.resolve("samples")).doesNotExist();
    }

    @Test
    void refusesAPurposeThatNobodyIsAskedAbout() {
        refuses(
                event("video-window", "story_archived", "marketing", Source.CLIENT),
                "'marketing' is no purpose of video-window; use one of analytics, essential");
    }

    @Test
    void refusesARetentionClassThatTheProductLacks() {
        refuses(
                new NewEvent(
                        "tenant-telemetry",
                        "quota_raised",
                        new NewEvent.Wishes(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("for_ever"))),
                "'for_ever' is no retention class of tenant-telemetry; use one of billing, conversations, standard");
    }

    @Test
    void refusesACategoryThatIsNoName() {
        refuses(
                new NewEvent(
                        "tenant-telemetry",
                        "quota_raised",
                        new NewEvent.Wishes(
                                Optional.empty(), Optional.empty(), Optional.of("Usage"), Optional.empty())),
                "'Usage' is no category; use lower case, digits and underscores");
    }

    @Test
    void refusesAnEventThatIsThere() {
        refuses(
                event("video-window", "story_published", "analytics", Source.CLIENT),
                "video-window has the event story_published already; a change that breaks its senders is a new version,"
                        + " 2.json beside 1.json");
    }

    @Test
    void refusesAnEventWhoseSamplesAreThere() throws IOException {
        Path samples = Files.createDirectories(folder.resolve("samples/tenant-telemetry/quota_raised"));

        refuses(
                event("tenant-telemetry", "quota_raised", "essential", Source.SERVER),
                samples + " is there already; nothing was written");
        assertThat(scaffold.schemas().resolve("tenant-telemetry/events/quota_raised"))
                .doesNotExist();
    }

    @Test
    void refusesNamesThatAreNone() {
        for (String name : new String[] {"Playlist.Opened", "playlist..opened", "../escape", ""}) {
            refuses(
                    event("video-window", name, "analytics", Source.CLIENT),
                    "'" + name + "' is not a name for an event; use lower case, digits and underscores, with dots"
                            + " between: cart.opened");
        }
    }

    @Test
    void refusesAProductThatIsNotThere() {
        refuses(
                event("corner-shop", "cart.opened", "analytics", Source.CLIENT),
                "there is no product 'corner-shop'; it is one of tenant-telemetry, thedata,"
                        + " video-window, or a new one: ./weir catalog new corner-shop");
    }

    @Test
    void refusesAnEventThatNeedsAFormOfItsOwn() {
        refuses(
                event("thedata", "crash", "essential", Source.CLIENT),
                "events of thedata do not say their name, each has a form of its own; write a form into product.yaml,"
                        + " and the event, by hand");
    }

    @Test
    void writesNothingWhileTheSchemasAreBroken() throws IOException {
        Files.delete(scaffold.schemas().resolve("video-window/types.json"));

        assertThatThrownBy(() -> scaffold.product("corner-shop"))
                .isInstanceOf(CannotScaffold.class)
                .hasMessageMatching(
                        "the schemas are broken as they are, in [0-9]+ places; ./weir catalog lint says where");
        assertThat(scaffold.schemas().resolve("corner-shop")).doesNotExist();
    }

    @Test
    void refusesAProductThatIsThereAndOneWithoutAName() {
        assertThatThrownBy(() -> scaffold.product("thedata"))
                .isInstanceOf(CannotScaffold.class)
                .hasMessage(scaffold.schemas().resolve("thedata") + " is there already; nothing was written");
        assertThatThrownBy(() -> scaffold.product("Corner Shop"))
                .isInstanceOf(CannotScaffold.class)
                .hasMessage("'Corner Shop' is not a name for a product; use lower case, digits and hyphens, such as"
                        + " corner-shop");
    }

    @Test
    void writesAProductThatCompilesEvenWhereItsNameIsANumberToYaml() throws Exception {
        scaffold.product("7");

        assertThat(catalog().at("/products/7/events/app.opened/1/purpose").asText())
                .isEqualTo("analytics");
    }

    private void refuses(NewEvent event, String message) {
        assertThatThrownBy(() -> scaffold.event(event))
                .isInstanceOf(CannotScaffold.class)
                .hasMessage(message);
    }

    private static NewEvent event(String product, String name, String purpose, Source source) {
        return new NewEvent(
                product,
                name,
                new NewEvent.Wishes(Optional.of(purpose), Optional.of(source), Optional.empty(), Optional.empty()));
    }

    private JsonNode json(String file) throws IOException {
        return new JsonMapper().readTree(scaffold.schemas().resolve(file).toFile());
    }

    private ObjectNode catalog() {
        return switch (CatalogCompiler.compile(scaffold.schemas())) {
            case Compilation.Compiled compiled -> compiled.catalog();
            case Compilation.Broken broken -> throw new AssertionError(broken.problems());
        };
    }
}
