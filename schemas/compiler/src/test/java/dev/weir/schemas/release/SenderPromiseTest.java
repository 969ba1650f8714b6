package dev.weir.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EventSchema;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SenderPromiseTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FEW = 4;

    /// The law behind every rule about values, over all pairs of small schemas and with the validator as the judge.
    @Property(tries = 2000)
    void whateverWasTakenIsTakenAfterAChangeThatIsLetThrough(
            @ForAll("schemas") ObjectNode released, @ForAll("schemas") ObjectNode current) {
        if (isLetThrough(released, current)) {
            EventSchema before = new EventSchema(event(released));
            EventSchema now = new EventSchema(event(current));
            List<ObjectNode> taken =
                    events().filter(event -> before.check(event, "").isEmpty()).toList();
            assertThat(taken)
                    .allSatisfy(event -> assertThat(now.check(event, "")).isEmpty());
        }
    }

    private static boolean isLetThrough(JsonNode released, JsonNode current) {
        Changes changes = new Changes(new Scope.InPlace("shop", "cart.opened", 1, 2));
        new SchemaComparison(changes).compare(event(released), event(current), At.of("1.json"));
        return !changes.isBreaking();
    }

    private static ObjectNode event(JsonNode x) {
        ObjectNode event = JSON.objectNode().put("type", "object");
        event.putObject("properties").set("x", x.path("value"));
        event.set("required", x.path("required"));
        return event;
    }

    private static Stream<ObjectNode> events() {
        Stream<JsonNode> values = Stream.of(
                JSON.numberNode(0),
                JSON.numberNode(1),
                JSON.numberNode(2),
                JSON.numberNode(1.5),
                JSON.textNode(""),
                JSON.textNode("a"),
                JSON.textNode("ab"),
                JSON.nullNode());
        return Stream.concat(
                Stream.of(JSON.objectNode()),
                values.map(value -> JSON.objectNode().set("x", value)));
    }

    @Provide
    Arbitrary<ObjectNode> schemas() {
        Arbitrary<String> types = Arbitraries.of("integer", "number", "string");
        Arbitrary<List<String>> bounds = Arbitraries.of(
                        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength")
                .list()
                .uniqueElements()
                .ofMaxSize(2);
        Arbitrary<Integer> limits = Arbitraries.integers().between(0, FEW - 1);
        Arbitrary<List<String>> words = Arbitraries.of("a", "ab").list().uniqueElements();
        return Combinators.combine(types, bounds, limits, words, Arbitraries.of(true, false))
                .as(SenderPromiseTest::schema);
    }

    private static ObjectNode schema(
            String type, List<String> bounds, int limit, List<String> words, boolean required) {
        ObjectNode value = JSON.objectNode().put("type", type);
        bounds.forEach(bound -> value.put(bound, limit));
        if (!words.isEmpty()) {
            words.forEach(value.putArray("enum")::add);
        }
        ObjectNode schema = JSON.objectNode();
        schema.set("value", value);
        if (required) {
            schema.putArray("required").add("x");
        } else {
            schema.putArray("required");
        }
        return schema;
    }
}
