package dev.weir.core.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.event.EventType;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Retention;
import dev.weir.core.event.Source;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads the compiled form of a catalog, which only its compiler writes: one JSON document.
final class CatalogReader {

    private CatalogReader() {}

    static Catalog read(InputStream compiled) throws IOException {
        JsonNode root = new JsonMapper().readTree(compiled);
        List<EnvelopeField> envelope = new ArrayList<>();
        for (JsonNode field : root.path("envelope")) {
            String type = text(field, "type").toUpperCase(Locale.ROOT);
            envelope.add(new EnvelopeField(
                    text(field, "name"),
                    EnvelopeField.Type.valueOf(type),
                    field.path("nullable").asBoolean()));
        }
        Map<String, Product> products = new HashMap<>();
        root.path("products").forEachEntry((name, product) -> products.put(name, product(name, product)));
        return new Catalog(text(root, "policy"), envelope, products);
    }

    private static Product product(String name, JsonNode product) {
        Map<String, Period> retention = new HashMap<>();
        product.path("retention").forEachEntry((label, keep) -> retention.put(label, Period.parse(keep.asText())));
        Map<String, NavigableMap<Integer, EventPolicy>> events = new HashMap<>();
        product.path("events").forEachEntry((event, versions) -> {
            NavigableMap<Integer, EventPolicy> byVersion = new TreeMap<>();
            versions.forEachEntry((version, policy) -> {
                EventType type = new EventType(name, event, Integer.parseInt(version));
                byVersion.put(type.version(), policy(type, policy, retention));
            });
            events.put(event, byVersion);
        });
        return new Product(name, settings(product), events);
    }

    private static Product.Settings settings(JsonNode product) {
        JsonNode limits = product.path("limits");
        JsonNode consent = product.path("consent");
        List<CounterRule> counters = new ArrayList<>();
        product.path("counters").forEach(counter -> counters.add(counter(counter)));
        return new Product.Settings(
                dialect(product.path("dialect")),
                new Limits(
                        limits.path("events").asInt(Limits.DEFAULT.events()),
                        limits.path("bytes").asInt(Limits.DEFAULT.bytes()),
                        Duration.ofSeconds(limits.path("clock_skew_seconds")
                                .asLong(Limits.DEFAULT.clockSkew().toSeconds()))),
                new ConsentDefaults(text(consent, "region_field"), Set.copyOf(texts(consent.path("opt_out")))),
                counters);
    }

    private static Dialect dialect(JsonNode dialect) {
        Dialect.Places places = new Dialect.Places(
                JsonPointer.compile(text(dialect, "event_name")),
                JsonPointer.compile(text(dialect, "event_id")),
                JsonPointer.compile(text(dialect, "properties")),
                optionalPointer(dialect.path("client_timestamp")),
                optionalPointer(dialect.path("schema_version")));
        return new Dialect(
                new EventSchema(dialect.path("schema")),
                places,
                pointers(dialect.path("identities"), IdentityKind::of),
                pointers(dialect.path("consent"), Purpose::new),
                pointers(dialect.path("context"), Function.identity()));
    }

    private static EventPolicy policy(EventType type, JsonNode policy, Map<String, Period> retention) {
        String label = text(policy, "retention");
        Period keep = Optional.ofNullable(retention.get(label))
                .orElseThrow(() -> new IllegalArgumentException(type + " has no known retention class"));
        Set<Source> sources = new HashSet<>();
        texts(policy.path("sources")).forEach(source -> sources.add(Source.of(source)));
        Map<String, PropertyPolicy> properties = new HashMap<>();
        policy.path("properties").forEachEntry((name, property) -> properties.put(name, property(property)));
        EventPolicy.Terms terms = new EventPolicy.Terms(
                new Purpose(text(policy, "purpose")), text(policy, "category"), new Retention(label, keep));
        return new EventPolicy(type, terms, sources, properties, new EventSchema(policy.path("schema")));
    }

    private static PropertyPolicy property(JsonNode property) {
        JsonNode identity = property.path("identity");
        return new PropertyPolicy(
                PrivacyClass.of(text(property, "privacy")),
                identity.isMissingNode() ? null : IdentityKind.of(identity.asText()));
    }

    private static CounterRule counter(JsonNode counter) {
        return new CounterRule(
                text(counter, "name"),
                Set.copyOf(texts(counter.path("events"))),
                Duration.parse(text(counter, "window")),
                texts(counter.path("by")),
                Period.parse(text(counter, "keep")));
    }

    private static <K> Map<K, JsonPointer> pointers(JsonNode node, Function<String, K> key) {
        Map<K, JsonPointer> pointers = new HashMap<>();
        node.forEachEntry((name, at) -> pointers.put(key.apply(name), JsonPointer.compile(at.asText())));
        return pointers;
    }

    private static Optional<JsonPointer> optionalPointer(JsonNode node) {
        return node.isTextual() ? Optional.of(JsonPointer.compile(node.asText())) : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the compiled catalog lacks '" + field + "'");
        }
        return value.asText();
    }
}
