package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Product;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import dev.weir.core.intake.Refusal;
import dev.weir.lake.EventScope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a request is for. What nobody knows is refused: a purpose that is misspelt would be a request that does
/// nothing.
record DemandReader(Catalog catalog) {

    private static final Set<String> MEMBERS = Set.of("type", "subject", "scope", "withdraw");
    private static final Set<String> SCOPE = Set.of("purposes", "events");

    /// A part of the request breaks a rule.
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Refusal refusal;

        Wrong(String field, String rule) {
            super(rule, null, false, false);
            this.refusal = new Refusal(400, field, rule);
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /// @param product whose purposes and events a scope may name
    Demand read(JsonNode json, String product) throws Wrong {
        if (!(json instanceof ObjectNode)) {
            throw new Wrong("body", "must be a JSON object");
        }
        RequestType type = RequestType.of(json.path("type").asText())
                .orElseThrow(() -> new Wrong("type", "must be one of " + types()));
        requireOnly(json, "", MEMBERS);
        boolean withdraw = withdraw(json.path("withdraw"), type);
        EventScope scope = scope(json.path("scope"), product);
        requireFitting(type, scope, withdraw);
        return new Demand(type, kind(json.path("subject")), scope, withdraw);
    }

    private static boolean withdraw(JsonNode withdraw, RequestType type) throws Wrong {
        if (withdraw.isMissingNode()) {
            return false;
        }
        if (!withdraw.isBoolean() || !type.isObjection()) {
            throw new Wrong("withdraw", "must be true or false, and is for restrict and object only");
        }
        return withdraw.asBoolean();
    }

    private static void requireFitting(RequestType type, EventScope scope, boolean withdraw) throws Wrong {
        if (type == RequestType.RESTRICT && !scope.isAll()) {
            throw new Wrong("scope", "is not for restrict, which is about everything");
        }
        if (withdraw && !scope.isAll()) {
            throw new Wrong(
                    "scope", "is not for a withdrawal, which takes all of it back; object anew to what remains");
        }
        if (type == RequestType.OBJECT && !scope.events().isEmpty()) {
            throw new Wrong("scope.events", "is not for object, which is about purposes");
        }
        if (type == RequestType.OBJECT && scope.purposes().contains(Purpose.ESSENTIAL.name())) {
            throw new Wrong("scope.purposes", "cannot have essential, which needs no consent; ask for restrict");
        }
    }

    private static String kind(JsonNode subject) throws Wrong {
        if (!(subject instanceof ObjectNode)) {
            throw new Wrong("subject", "must be an object with kind and id");
        }
        requireOnly(subject, "subject.", Set.of("kind", "id"));
        String kind = subject.path("kind").asText();
        if (!kind.equals("tenant")
                && Arrays.stream(IdentityKind.values())
                        .noneMatch(known -> known.label().equals(kind))) {
            throw new Wrong("subject.kind", "must be user, profile, device, anonymous, session or tenant");
        }
        return kind;
    }

    private EventScope scope(JsonNode scope, String name) throws Wrong {
        if (scope.isMissingNode()) {
            return EventScope.ALL;
        }
        if (!(scope instanceof ObjectNode)) {
            throw new Wrong("scope", "must be an object with purposes, events, or both");
        }
        requireOnly(scope, "scope.", SCOPE);
        Product product = catalog.product(name)
                .orElseThrow(() -> new Wrong("scope", "cannot be read for a product that the catalog lacks"));
        Set<String> purposes = Stream.concat(product.consentPurposes().stream(), Stream.of(Purpose.ESSENTIAL))
                .map(Purpose::name)
                .collect(Collectors.toSet());
        return new EventScope(
                names(scope, "purposes", purposes),
                names(scope, "events", product.events().keySet()));
    }

    private static Set<String> names(JsonNode scope, String member, Set<String> known) throws Wrong {
        JsonNode list = scope.path(member);
        if (list.isMissingNode()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (JsonNode name : list) {
            names.add(name.isTextual() ? name.textValue() : "");
        }
        if (!list.isArray() || names.isEmpty() || !known.containsAll(names)) {
            String rule = known.size() > 10 ? "events of the product's catalog" : new TreeSet<>(known).toString();
            throw new Wrong("scope." + member, "must be a list of one or more of " + rule);
        }
        return names;
    }

    private static void requireOnly(JsonNode json, String place, Set<String> known) throws Wrong {
        for (String name : (Iterable<String>) json::fieldNames) {
            if (!known.contains(name)) {
                String field = place.isEmpty() ? "body" : place.substring(0, place.length() - 1);
                throw new Wrong(field, "has a member that is not known; known are " + new TreeSet<>(known));
            }
        }
    }

    private static String types() {
        return Arrays.stream(RequestType.values()).map(RequestType::label).collect(Collectors.joining(", "));
    }
}
