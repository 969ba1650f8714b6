package dev.weir.collector;

import com.fasterxml.jackson.core.JsonPointer;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.catalog.Product;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Source;
import dev.weir.core.intake.ConfigObject;
import dev.weir.core.intake.Origins;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads one issuer of the file, and refuses what cannot be meant.
final class IssuerReader {

    private static final Set<String> FIELDS =
            Set.of("issuer", "audiences", "jwks", "algorithms", "product", "tenant", "source", "origins", "claims");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final Set<String> CONTEXT = Set.of("subscription_tier", "device_type");

    private final Catalog catalog;

    IssuerReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /// @throws IllegalArgumentException if something is missing, not known or of another form
    Issuer read(ConfigObject entry) {
        entry.requireOnly(FIELDS);
        try {
            return new Issuer(
                    entry.text("issuer"),
                    some(entry, "audiences", Function.identity()),
                    keys(entry.text("jwks")),
                    some(entry, "algorithms", SigningAlgorithm::of),
                    grant(entry));
        } catch (IllegalArgumentException e) {
            throw entry.located(e);
        }
    }

    private static <T> Set<T> some(ConfigObject entry, String field, Function<String, T> read) {
        Set<T> values = entry.texts(field).stream().map(read).collect(Collectors.toSet());
        if (values.isEmpty()) {
            throw entry.wrong("'" + field + "' is needed, an array of at least one string");
        }
        return values;
    }

    private static URI keys(String text) {
        try {
            URI uri = new URI(text);
            boolean local = "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
            if (uri.getHost() != null && uri.getUserInfo() == null && ("https".equals(uri.getScheme()) || local)) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // the same mistake as another scheme
        }
        throw new IllegalArgumentException("'jwks' must be an https URL, or an http URL of this machine");
    }

    private Issuer.Grant grant(ConfigObject entry) {
        Product product = catalog.product(entry.text("product"))
                .orElseThrow(() -> entry.wrong("'product' is not in the catalog, which has " + catalog.productNames()));
        return new Issuer.Grant(
                product.name(),
                tenant(entry),
                Source.of(entry.text("source")),
                Origins.of(entry.texts("origins")),
                claims(entry, product));
    }

    private static TenantRule tenant(ConfigObject entry) {
        if (!entry.json().path("tenant").isObject()) {
            return new TenantRule.Fixed(entry.text("tenant"));
        }
        ConfigObject rule = entry.object("tenant");
        rule.requireOnly(Set.of("claim"));
        return new TenantRule.Claimed(pointer(rule, rule.text("claim")));
    }

    private ClaimPlaces claims(ConfigObject entry, Product product) {
        ConfigObject claims = entry.object("claims");
        claims.requireOnly(Set.of("consent", "context", "identities", "kids"));
        ConfigObject consent = claims.object("consent");
        consent.requireOnly(
                product.consentPurposes().stream().map(Purpose::name).collect(Collectors.toSet()));
        ConfigObject context = claims.object("context");
        context.requireOnly(contextFields());
        return new ClaimPlaces(
                pointers(consent, Purpose::new),
                pointers(context, Function.identity()),
                identities(claims.object("identities"), product, Source.of(entry.text("source"))),
                claims.json().has("kids") ? pointer(claims, claims.text("kids")) : null);
    }

    /// A server speaks for many people, and its token is of none of them.
    private static Map<IdentityKind, JsonPointer> identities(ConfigObject places, Product product, Source source) {
        places.requireOnly(product.settings().dialect().forms().stream()
                .flatMap(form -> form.fields().identities().keySet().stream())
                .map(IdentityKind::label)
                .collect(Collectors.toSet()));
        if (source == Source.SERVER && !places.json().isEmpty()) {
            throw places.wrong("a server's token is of nobody whom its events are of");
        }
        return pointers(places, IdentityKind::of);
    }

    private Set<String> contextFields() {
        Set<String> fields = new TreeSet<>(CONTEXT);
        fields.retainAll(catalog.envelope().stream().map(EnvelopeField::name).toList());
        return fields;
    }

    private static <K> Map<K, JsonPointer> pointers(ConfigObject places, Function<String, K> key) {
        return new TreeMap<>(places.allTexts())
                .entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                place -> key.apply(place.getKey()), place -> pointer(places, place.getValue())));
    }

    private static JsonPointer pointer(ConfigObject place, String text) {
        if (!text.startsWith("/")) {
            throw place.wrong("a claim is named by a JSON pointer such as /consent/analytics");
        }
        return JsonPointer.compile(text);
    }
}
