package dev.weir.schemas.derived;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One form in which a product sends events: where each field is, and what is to be there.
///
/// @param json the form, compiled
record SentForm(CatalogContents contents, JsonNode json) {

    String name() {
        return json.path("name").asText();
    }

    /// What each place of an event that Weir reads is for, by JSON pointer; the properties are not among them.
    Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        place(places, json.path("event_name"), "Which event it is: its name in the catalog.");
        place(places, json.path("event_id"), "Names this one event. The same event sent again has the same id.");
        place(places, json.path("client_timestamp"), "When it happened, by the sender's clock: 2026-02-08T14:30:00Z.");
        place(places, json.path("schema_version"), "Version of the event's schema; the latest if left out.");
        json.path("identities")
                .forEachEntry((kind, at) ->
                        place(places, at, "Id of the " + word(kind) + ". A pseudonym of it is stored instead."));
        json.path("consent")
                .forEachEntry((purpose, at) -> place(
                        places, at, "Whether the person agrees to " + purpose + ". Leave it out while undecided."));
        json.path("kids")
                .forEach(at -> place(
                        places, at, "Whether the profile is a child's. If so, no id and nothing personal is stored."));
        json.path("context").forEachEntry((field, at) -> place(places, at, contents.meaning(field)));
        return places;
    }

    private static String word(String kind) {
        return kind.equals("anonymous") ? "visitor who is not signed in" : kind;
    }

    private static void place(Map<String, String> places, JsonNode at, String meaning) {
        if (at.isTextual()) {
            places.put(at.asText(), meaning);
        }
    }

    /// Where the event's name is; empty where all events of the form have one name.
    String eventName() {
        return json.path("event_name").asText();
    }

    /// The name that all events of the form have; empty where they tell it.
    String event() {
        return json.path("event").asText();
    }

    /// Where the properties are; empty where they are the event itself.
    String properties() {
        return json.path("properties").asText();
    }

    /// What an event of the form is known by.
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        for (JsonNode when : json.path("when")) {
            String at = when.path("at").asText();
            if (when.has("in")) {
                List<String> values = new ArrayList<>();
                when.path("in").forEach(value -> values.add("`" + value.asText() + "`"));
                conditions.add("`" + at + "` is " + String.join(" or ", values));
            } else {
                conditions.add("`" + at + "` is " + (when.path("present").asBoolean() ? "there" : "not there"));
            }
        }
        return conditions;
    }

    /// Whether every event has to have something at a place.
    boolean requires(String place) {
        JsonNode schema = json.path("schema");
        for (JsonPointer at = JsonPointer.compile(place); !at.matches(); at = at.tail()) {
            if (!has(schema.path("required"), at.getMatchingProperty())) {
                return false;
            }
            schema = schema.path("properties").path(at.getMatchingProperty());
        }
        return true;
    }

    /// The schema of the whole event, with a place for the properties and with the values that the form is known by.
    ObjectNode schema() {
        ObjectNode schema = json.path("schema").deepCopy();
        for (JsonNode when : json.path("when")) {
            if (when.has("in")) {
                require(schema, JsonPointer.compile(when.path("at").asText()), when.path("in"));
            }
        }
        return schema;
    }

    private static void require(ObjectNode schema, JsonPointer at, JsonNode values) {
        if (!has(schema.path("required"), at.getMatchingProperty())) {
            schema.withArrayProperty("required").add(at.getMatchingProperty());
        }
        ObjectNode member = schema.withObjectProperty("properties").withObjectProperty(at.getMatchingProperty());
        if (at.tail().matches()) {
            member.set("enum", values);
        } else {
            require(member.put("type", "object"), at.tail(), values);
        }
    }

    private static boolean has(JsonNode names, String name) {
        for (JsonNode known : names) {
            if (known.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
