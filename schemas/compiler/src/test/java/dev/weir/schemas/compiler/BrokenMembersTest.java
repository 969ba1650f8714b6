package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenMembersTest {

    private static final String EVENT = ManyForms.PERFORMANCE;

    @TempDir
    Path folder;

    private SchemaTree tree;

    @BeforeEach
    void addAProductOfManyForms() throws IOException {
        tree = ManyForms.addedTo(new SchemaTree(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "10.5", "\"10\""})
    void reportsSamplingThatIsNoPercentage(String sampling) throws IOException {
        tree.with(EVENT, "/x-weir-sampling", sampling);
        foundOnly(EVENT + "#/x-weir-sampling", "from 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void takesTheLeastAndTheMostSampling(String sampling) throws IOException {
        tree.with(EVENT, "/x-weir-sampling", sampling);
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void reportsAnOriginThatIsNoList() throws IOException {
        tree.with(EVENT, "/x-weir-origin", "\"job\"");
        foundOnly(EVENT + "#/x-weir-origin", "for people");
    }

    @Test
    void reportsNamesThatDifferInCaseOnly() throws IOException {
        tree.with(EVENT, "/properties/deviceinfo", "{\"type\": \"string\", \"x-weir-privacy\": \"none\"}");
        foundOnly(EVENT + "#/properties/deviceinfo", "differs from 'deviceInfo' in case only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"object\", \"x-weir-privacy\": \"none\"}",
                "{\"type\": [\"object\", \"null\"], \"x-weir-privacy\": \"none\"}",
                "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"string\"}, \"x-weir-privacy\": \"identifier\"}",
                "{\"type\": \"array\", \"x-weir-privacy\": \"none\"}",
                "{\"type\": \"array\", \"items\": {\"type\": \"object\"}, \"x-weir-privacy\": \"none\"}",
                "{\"type\": \"array\", \"prefixItems\": [{}], \"items\": false, \"x-weir-privacy\": \"none\"}",
                "{\"oneOf\": [{\"type\": \"string\"}, {\"type\": \"object\"}], \"x-weir-privacy\": \"none\"}",
                "{\"x-weir-privacy\": \"none\"}"
            })
    void reportsWhatMayHoldAnythingAndIsNotClassedSo(String property) throws IOException {
        tree.with(EVENT, "/properties/extra", property);
        foundOnly(EVENT + "#/properties/extra", "may hold members that nobody has declared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"enum\": [1, \"one\"], \"x-weir-privacy\": \"none\"}",
                "{\"oneOf\": [{\"type\": \"string\"}, {\"type\": \"number\"}], \"x-weir-privacy\": \"none\"}",
                "{\"allOf\": [{\"type\": \"string\"}, {\"minLength\": 1}], \"x-weir-privacy\": \"none\"}",
                "{\"type\": \"array\", \"items\": {\"type\": [\"string\", \"null\"]}, \"x-weir-privacy\": \"none\"}",
                "{\"type\": \"object\", \"x-weir-privacy\": \"sensitive\"}"
            })
    void takesWhatHoldsNoMembersOrIsClassedSo(String property) throws IOException {
        tree.with(EVENT, "/properties/extra", property);
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void reportsMembersThatOnlyAnAlternativeNames() throws IOException {
        tree.with(EVENT, "/properties/extra", """
                {"x-weir-privacy": "free_text", "oneOf": [
                  {"type": "string"},
                  {"type": "object", "properties": {"user": {"type": "string", "x-weir-privacy": "identifier"}}}]}
                """);
        foundOnly(EVENT + "#/properties/extra/oneOf/1/properties/user", "where no policy is taken from");
    }

    @Test
    void reportsMembersThatOnlyAConditionNames() throws IOException {
        tree.with(EVENT, "/then", """
                {"properties": {"user": {"type": "string", "x-weir-privacy": "identifier"}}}
                """);
        foundOnly(EVENT + "#/then/properties/user", "where no policy is taken from");
    }

    @Test
    void reportsMembersOfObjectsInArraysOfArrays() throws IOException {
        tree.with(EVENT, "/properties/extra", """
                {"type": "array", "x-weir-privacy": "none", "items": {"type": "array", "items":
                  {"type": "object", "properties": {"user": {"type": "string", "x-weir-privacy": "identifier"}}}}}
                """);
        foundOnly(EVENT + "#/properties/extra/items/items/properties/user", "where no policy is taken from");
    }

    @Test
    void takesAConditionOnMembersThatAreDeclaredBesideIt() throws IOException {
        tree.with(EVENT, "/then", """
                {"properties": {"deviceInfo": {"x-weir-privacy": "none",
                  "properties": {"type": {"const": "tv", "x-weir-privacy": "quasi"}}}}}
                """);
        assertThat(tree.problems()).isEmpty();
    }

    private void foundOnly(String place, String words) {
        assertThat(tree.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString(place);
            assertThat(problem.toString()).contains(words);
            assertThat(problem.remedy()).isNotBlank();
        });
    }
}
