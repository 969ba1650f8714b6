package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// One version of an event.
///
/// @param policy what the compiled catalog says of it
/// @param anonymous whether it is stored without identifiers where its purpose was not consented to
record CatalogedEvent(String product, String name, int version, JsonNode policy, boolean anonymous) {

    JsonNode schema() {
        return policy.path("schema");
    }

    /// Properties as they are sent.
    List<Property> sent() {
        return Property.of(schema());
    }

    /// Properties as they are stored.
    List<Property> stored() {
        return new StoredProperties(anonymous).of(sent());
    }

    String title() {
        return schema().path("title").asText();
    }

    String description() {
        return schema().path("description").asText();
    }

    /// A term of the policy: purpose, category or retention.
    String term(String term) {
        return policy.path(term).asText();
    }

    List<String> sources() {
        return texts(policy.path("sources"));
    }

    /// Parts of the product that send it, where the catalog names any.
    List<String> origins() {
        return texts(schema().path("x-weir-origin"));
    }

    /// How many of a hundred are kept.
    int sampling() {
        return policy.path("sampling").asInt(100);
    }

    /// The view of it that queries use.
    String view() {
        return Names.sql(product) + "_" + Names.sql(name);
    }

    /// What its name begins with, or its category where the name has no parts.
    String domain() {
        int dot = name.indexOf('.');
        return dot < 0 ? term("category") : name.substring(0, dot);
    }

    @Override
    public String toString() {
        return product + " " + name + " " + version;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
