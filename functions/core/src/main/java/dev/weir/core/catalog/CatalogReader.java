package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.event.EventType;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PiiKind;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Retention;
import dev.weir.core.event.Source;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads the compiled form of a catalog, which only its compiler writes: one JSON document.
final class CatalogReader {

    private CatalogReader() {}

    static Catalog read(InputStream compiled) throws IOException {
        JsonNode root = new JsonMapper().readTree(compiled);
        List<EnvelopeField> envelope = new ArrayList<>();
        for (JsonNode field : root.path("envelope")) {
            String type = Compiled.text(field, "type").toUpperCase(Locale.ROOT);
            envelope.add(new EnvelopeField(
                    Compiled.text(field, "name"),
                    EnvelopeField.Type.valueOf(type),
                    field.path("nullable").asBoolean()));
        }
        Map<String, Product> products = new HashMap<>();
        root.path("products").forEachEntry((name, product) -> products.put(name, product(name, product)));
        return new Catalog(Compiled.text(root, "policy"), envelope, products);
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
        return new Product(name, settings(product), retention(product, retention), events);
    }

    private static RetentionRules retention(JsonNode product, Map<String, Period> classes) {
        return Compiled.optionalText(product, "identity_retention")
                .map(identities -> new RetentionRules(classes, Period.parse(identities)))
                .orElseGet(() -> RetentionRules.of(classes));
    }

    private static Product.Settings settings(JsonNode product) {
        List<Form> forms = new ArrayList<>();
        product.path("dialect").path("forms").forEach(form -> forms.add(FormReader.read(form)));
        List<CounterRule> counters = new ArrayList<>();
        product.path("counters").forEach(counter -> counters.add(counter(counter)));
        List<LookupRule> lookups = new ArrayList<>();
        product.path("lookups").forEachEntry((name, lookup) -> lookups.add(lookup(name, lookup)));
        return new Product.Settings(
                new Dialect(forms),
                limits(product.path("limits")),
                consent(product.path("consent")),
                pii(product.path("pii")),
                counters,
                lookups);
    }

    private static Limits limits(JsonNode limits) {
        return new Limits(
                limits.path("events").asInt(Limits.DEFAULT.events()),
                limits.path("bytes").asInt(Limits.DEFAULT.bytes()),
                limits.path("payload_bytes").asInt(Limits.DEFAULT.payloadBytes()),
                Duration.ofSeconds(limits.path("clock_skew_seconds")
                        .asLong(Limits.DEFAULT.clockSkew().toSeconds())),
                rates(limits.path("rate")));
    }

    private static Rates rates(JsonNode rate) {
        Map<String, Long> numbers = new HashMap<>();
        rate.forEachEntry((name, number) -> numbers.put(name, number.asLong()));
        return Rates.DEFAULT.with(numbers);
    }

    private static ConsentDefaults consent(JsonNode consent) {
        Map<Purpose, ConsentDefaults.Effect> without = new HashMap<>();
        consent.path("without")
                .forEachEntry((purpose, effect) -> without.put(
                        new Purpose(purpose),
                        ConsentDefaults.Effect.valueOf(effect.asText().toUpperCase(Locale.ROOT))));
        return new ConsentDefaults(
                Compiled.optionalText(consent, "region_field"),
                Set.copyOf(Compiled.texts(consent.path("opt_out"))),
                consent.has("objection") ? Optional.of(purposes(consent.path("objection"))) : Optional.empty(),
                purposes(consent.path("tagged")),
                without);
    }

    private static Set<Purpose> purposes(JsonNode names) {
        return Compiled.texts(names).stream().map(Purpose::new).collect(Collectors.toUnmodifiableSet());
    }

    private static PiiPolicy pii(JsonNode actions) {
        Map<PiiKind, PiiPolicy.Action> byKind = new EnumMap<>(PiiKind.class);
        actions.forEachEntry((kind, action) -> byKind.put(PiiKind.of(kind), PiiPolicy.Action.of(action.asText())));
        return new PiiPolicy(byKind);
    }

    private static EventPolicy policy(EventType type, JsonNode policy, Map<String, Period> retention) {
        String label = Compiled.text(policy, "retention");
        Period keep = Optional.ofNullable(retention.get(label))
                .orElseThrow(() -> new IllegalArgumentException(type + " has no known retention class"));
        Set<Source> sources = new HashSet<>();
        Compiled.texts(policy.path("sources")).forEach(source -> sources.add(Source.of(source)));
        EventPolicy.Terms terms = new EventPolicy.Terms(
                new Purpose(Compiled.text(policy, "purpose")),
                Compiled.text(policy, "category"),
                new Retention(label, keep),
                policy.path("sampling").asInt(100));
        return new EventPolicy(
                type, terms, sources, members(policy.path("properties")), new EventSchema(policy.path("schema")));
    }

    private static Map<String, PropertyPolicy> members(JsonNode members) {
        Map<String, PropertyPolicy> byName = new HashMap<>();
        members.forEachEntry((name, property) -> byName.put(name, property(property)));
        return byName;
    }

    private static PropertyPolicy property(JsonNode property) {
        JsonNode members = property.has("items") ? property.path("items") : property.path("properties");
        Set<PiiKind> allowed = EnumSet.noneOf(PiiKind.class);
        Compiled.texts(property.path("allow")).forEach(kind -> allowed.add(PiiKind.of(kind)));
        return new PropertyPolicy(
                PrivacyClass.of(Compiled.text(property, "privacy")),
                Compiled.optionalText(property, "identity")
                        .map(IdentityKind::of)
                        .orElse(null),
                allowed,
                members.isMissingNode()
                        ? new PropertyPolicy.Members.Open()
                        : new PropertyPolicy.Members.Declared(members(members)));
    }

    private static LookupRule lookup(String name, JsonNode lookup) {
        return new LookupRule(name, Compiled.text(lookup, "by"), Set.copyOf(Compiled.texts(lookup.path("adds"))));
    }

    private static CounterRule counter(JsonNode counter) {
        return new CounterRule(
                Compiled.text(counter, "name"),
                Set.copyOf(Compiled.texts(counter.path("events"))),
                Duration.parse(Compiled.text(counter, "window")),
                Compiled.texts(counter.path("by")),
                Period.parse(Compiled.text(counter, "keep")));
    }
}
