package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Redaction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Replaces identifiers by HMAC-SHA256 (RFC 2104) of them, truncated to 16 bytes, under a key of their product and
/// tenant: the same person is the same pseudonym within a tenant, and not across tenants. A plain or salted hash would
/// fall to enumeration; this falls only with the key.
///
/// Safe for use by several threads.
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";

    private final PseudonymKeys keys;
    private final Map<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

    public Pseudonyms(PseudonymKeys keys) {
        this.keys = keys;
    }

    /// The event with pseudonyms in place of its identifiers, in the envelope and in its properties.
    public PseudonymousEvent pseudonymise(StrippedEvent event) {
        Namer namer = new Namer(mac(event.header()));
        Map<IdentityKind, Pseudonym> byKind = new EnumMap<>(IdentityKind.class);
        event.envelope().identities().byKind().forEach((kind, id) -> byKind.put(kind, namer.name(kind.label(), id)));
        List<Redaction> hashed = new ArrayList<>(event.receipt().redactions());
        ObjectNode properties = namer.properties(event, hashed);
        Receipt receipt = event.receipt();
        return new PseudonymousEvent(
                event.header(),
                new Identities(byKind, keys.current()),
                event.envelope().surroundings(),
                new Receipt(receipt.decision(), receipt.tags(), hashed, receipt.retention(), receipt.policy()),
                properties);
    }

    private Mac mac(Header header) {
        String scope = header.type().product() + "/" + header.origin().tenant();
        return mac(derived.computeIfAbsent(scope, this::derive));
    }

    private SecretKeySpec derive(String scope) {
        Mac master = mac(new SecretKeySpec(keys.secret(keys.current()), ALGORITHM));
        return new SecretKeySpec(master.doFinal(scope.getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /// Names the identifiers of one event. An identifier that occurs again is the same person again, wherever it is.
    private static final class Namer {

        private final Mac mac;
        private final Map<String, Pseudonym> known = new HashMap<>();

        Namer(Mac mac) {
            this.mac = mac;
        }

        Pseudonym name(String kind, String id) {
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            Pseudonym pseudonym = Pseudonym.of(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
            known.putIfAbsent(id, pseudonym);
            return pseudonym;
        }

        ObjectNode properties(StrippedEvent event, List<Redaction> redactions) {
            return members(
                    event.properties(),
                    event.policy().properties(),
                    event.envelope().propertiesAt(),
                    redactions);
        }

        private ObjectNode members(
                ObjectNode object, Map<String, PropertyPolicy> policies, String at, List<Redaction> redactions) {
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            object.forEachEntry((key, value) -> {
                PropertyPolicy policy = policies.get(key);
                named.set(key, value(policy, key, value, at + "/" + key, redactions));
            });
            return named;
        }

        private JsonNode value(
                @Nullable PropertyPolicy policy, String key, JsonNode value, String at, List<Redaction> redactions) {
            if (policy != null && policy.privacy() == PrivacyClass.IDENTIFIER) {
                IdentityKind identity = policy.identity();
                return noted(everyValue(identity == null ? key : identity.label(), value), value, at, redactions);
            }
            if (policy != null && policy.members() instanceof PropertyPolicy.Members.Declared(var byName)) {
                return inside(byName, value, at, redactions);
            }
            return noted(occurrences(value), value, at, redactions);
        }

        private JsonNode inside(
                Map<String, PropertyPolicy> byName, JsonNode value, String at, List<Redaction> redactions) {
            return switch (value) {
                case ObjectNode object -> members(object, byName, at, redactions);
                case ArrayNode array -> {
                    ArrayNode named = JsonNodeFactory.instance.arrayNode(array.size());
                    for (int i = 0; i < array.size(); i++) {
                        named.add(inside(byName, array.get(i), at + "/" + i, redactions));
                    }
                    yield named;
                }
                default -> noted(occurrences(value), value, at, redactions);
            };
        }

        private static JsonNode noted(JsonNode named, JsonNode value, String at, List<Redaction> redactions) {
            if (!named.equals(value)) {
                redactions.add(new Redaction(at, PrivacyClass.IDENTIFIER.label(), Redaction.Action.HASHED));
            }
            return named;
        }

        private JsonNode everyValue(String kind, JsonNode value) {
            if (value.isArray()) {
                ArrayNode named = JsonNodeFactory.instance.arrayNode(value.size());
                value.forEach(item -> named.add(everyValue(kind, item)));
                return named;
            }
            boolean names = value.isTextual() || value.isNumber();
            return names ? hex(name(kind, value.asText())) : JsonNodeFactory.instance.nullNode();
        }

        private JsonNode occurrences(JsonNode value) {
            if (value.isTextual()) {
                Pseudonym pseudonym = known.get(value.textValue());
                return pseudonym == null ? value : hex(pseudonym);
            }
            if (value.isArray()) {
                ArrayNode named = JsonNodeFactory.instance.arrayNode(value.size());
                value.forEach(item -> named.add(occurrences(item)));
                return named;
            }
            if (value.isObject()) {
                ObjectNode named = JsonNodeFactory.instance.objectNode();
                value.forEachEntry((key, item) -> named.set(key, occurrences(item)));
                return named;
            }
            return value;
        }

        private static JsonNode hex(Pseudonym pseudonym) {
            return JsonNodeFactory.instance.textNode(pseudonym.hex());
        }
    }
}
