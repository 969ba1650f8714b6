package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.PiiKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenPiiTest {

    private static final String PRODUCT = "ott-streaming/product.yaml";
    private static final String EVENT = "ott-streaming/events/playback.error/1.json";
    private static final String PROPERTY = "/properties/error_message";

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void copyAProduct() throws IOException {
        tree = new SchemaTree(folder);
    }

    private void pii(String yaml) throws IOException {
        tree.replacing(
                PRODUCT, "\npii:\n  email: remove\n  phone: remove\n  personal_key: remove\n", "\npii: " + yaml + "\n");
    }

    @Test
    void compilesWhatTheProductWantsDone() throws IOException {
        pii("{card: reject, email: hash}");

        assertThat(compiled().at("/products/ott-streaming/pii"))
                .hasToString("{\"card\":\"reject\",\"email\":\"hash\"}");
    }

    @Test
    void compilesWhatAPropertyMayHold() throws IOException {
        tree.with(EVENT, PROPERTY + "/x-weir-allow", "[\"ip_address\"]");

        assertThat(compiled().at("/products/ott-streaming/events/playback.error/1" + PROPERTY + "/allow"))
                .hasToString("[\"ip_address\"]");
    }

    @Test
    void knowsEveryKind() throws IOException {
        pii(Arrays.stream(PiiKind.values())
                .map(kind -> kind.label() + ": remove")
                .collect(Collectors.joining(", ", "{", "}")));

        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void reportsAKindThatNobodyLooksFor() throws IOException {
        pii("{shoe_size: mask}");
        foundOnly(PRODUCT + "#/pii/shoe_size", "unknown kind of personal data 'shoe_size'");
    }

    @Test
    void reportsAnActionThatThereIsNot() throws IOException {
        pii("{card: shred}");
        foundOnly(PRODUCT + "#/pii/card", "unknown action 'shred'");
    }

    @Test
    void reportsAllowingAKindThatNobodyLooksFor() throws IOException {
        tree.with(EVENT, PROPERTY + "/x-weir-allow", "[\"ip\"]");
        foundOnly(EVENT + "#" + PROPERTY + "/x-weir-allow", "unknown kind of personal data 'ip'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ip_address\"", "[]", "{}"})
    void reportsAllowingByWhatIsNoList(String allowed) throws IOException {
        tree.with(EVENT, PROPERTY + "/x-weir-allow", allowed);
        foundOnly(EVENT + "#" + PROPERTY + "/x-weir-allow", "is no list");
    }

    @Test
    void reportsAllowingWhereNothingIsSearched() throws IOException {
        tree.with(EVENT, PROPERTY + "/x-weir-privacy", "\"sensitive\"")
                .with(EVENT, PROPERTY + "/x-weir-allow", "[\"email\"]");
        foundOnly(EVENT + "#" + PROPERTY + "/x-weir-allow", "allows what is not searched for");
    }

    private JsonNode compiled() {
        return ((Compilation.Compiled) tree.compile()).catalog();
    }

    private void foundOnly(String place, String words) {
        assertThat(tree.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString(place);
            assertThat(problem.toString()).contains(words);
            assertThat(problem.remedy()).isNotBlank();
        });
    }
}
