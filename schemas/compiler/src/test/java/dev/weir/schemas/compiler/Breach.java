package dev.weir.schemas.compiler;

import java.io.IOException;
import java.util.List;

/// A change of a version of an event of `video-window` that its first version must not have once it is released.
///
/// @param json the new value of the place; empty to remove it
/// @param at where the gate says that it is
/// @param rule what the gate calls it
/// @param policy whether a new version must explain it
record Breach(String event, String pointer, String json, String at, String rule, boolean policy) {

    private static final String SUBMISSION = "/properties/submission_state";
    private static final String STATES = "{\"type\": \"string\", \"x-weir-privacy\": \"none\", \"enum\": ";

    static List<Breach> ofShape() {
        return List.of(
                shape(
                        "booking_confirmed",
                        "/properties/deposit_amount",
                        "",
                        "/properties/deposit_amount",
                        "property removed, deposit_amount"),
                shape(
                        "story_published",
                        "/required",
                        "[\"creator_id\", \"story_id\", \"submission_state\", \"price\"]",
                        "/required",
                        "required added, price"),
                shape(
                        "story_published",
                        "/required",
                        "[\"creator_id\", \"story_id\"]",
                        "/required",
                        "required dropped, submission_state"),
                shape(
                        "booking_confirmed",
                        "/properties/cancellation_window_hours/type",
                        "\"integer\"",
                        "/properties/cancellation_window_hours/type",
                        "type changed, cancellation_window_hours type number to integer"),
                shape(
                        "booking_confirmed",
                        "/properties/cancellation_window_hours/type",
                        "[\"number\", \"null\"]",
                        "/properties/cancellation_window_hours/type",
                        "type changed, cancellation_window_hours type number to null or number"),
                shape(
                        "booking_confirmed",
                        "/properties/selected_slot/format",
                        "\"date\"",
                        "/properties/selected_slot/format",
                        "format changed, selected_slot format date-time to date"),
                shape(
                        "story_published",
                        SUBMISSION,
                        STATES + "[\"draft\", \"submitted\", \"approved\"]}",
                        SUBMISSION + "/enum",
                        "enum narrowed, submission_state without rejected"),
                shape(
                        "story_published",
                        SUBMISSION,
                        STATES + "[\"draft\", \"submitted\", \"approved\", \"rejected\", \"gone\"]}",
                        SUBMISSION + "/enum",
                        "enum widened, submission_state with gone"),
                shape(
                        "booking_confirmed",
                        "/properties/service_radius_km/enum",
                        "[1, 2]",
                        "/properties/service_radius_km/enum",
                        "enum narrowed, service_radius_km anything to 1, 2"),
                shape(
                        "feed_story_impression",
                        "/properties/dwell_ms/maximum",
                        "86399999",
                        "/properties/dwell_ms/maximum",
                        "bound narrowed, dwell_ms maximum 86400000 to 86399999"),
                shape(
                        "feed_story_impression",
                        "/properties/dwell_ms/exclusiveMinimum",
                        "201",
                        "/properties/dwell_ms/exclusiveMinimum",
                        "bound narrowed, dwell_ms exclusiveMinimum 200 to 201"),
                shape(
                        "feed_story_impression",
                        "/properties/dwell_ms/minimum",
                        "300",
                        "/properties/dwell_ms/minimum",
                        "bound narrowed, dwell_ms minimum none to 300"),
                shape(
                        "booking_confirmed",
                        "/properties/selected_slot/pattern",
                        "\"^2\"",
                        "/properties/selected_slot/pattern",
                        "pattern narrowed, selected_slot pattern"),
                shape(
                        "feed_story_impression",
                        "/properties/dwell_ms/multipleOf",
                        "10",
                        "/properties/dwell_ms/multipleOf",
                        "rule changed, dwell_ms multipleOf"),
                shape(
                        "order_status_updated",
                        "/x-weir-category",
                        "\"orders\"",
                        "/x-weir-category",
                        "category changed, commerce to orders"));
    }

    static List<Breach> ofPolicy() {
        return List.of(
                policy("feed_story_impression", "purpose", "\"essential\"", "purpose changed, analytics to essential"),
                policy("feed_story_impression", "sources", "[\"client\", \"server\"]", "source added, server"),
                policy("story_published", "sources", "[\"server\"]", "source removed, client"),
                policy("feed_story_impression", "sampling", "11", "sampling raised, 10 to 11 of a hundred"),
                policy("feed_story_impression", "sampling", "", "sampling raised, 10 to 100 of a hundred"),
                policy(
                        "feed_story_impression",
                        "retention",
                        "\"commerce\"",
                        "retention lengthened, behaviour (P365D) to commerce (P730D)"),
                ofProperty("privacy", "\"quasi\"", "privacy class loosened, order_id identifier to quasi"),
                ofProperty("privacy", "\"free_text\"", "privacy class loosened, order_id identifier to free_text"),
                ofProperty("identity", "\"user\"", "identity changed, order_id nothing said to user"));
    }

    void commit(SchemaTree tree, int version) throws IOException {
        if (json.isEmpty()) {
            tree.without(file(version), pointer);
        } else {
            tree.with(file(version), pointer, json);
        }
    }

    String file(int version) {
        return "video-window/events/" + event + "/" + version + ".json";
    }

    @Override
    public String toString() {
        return rule;
    }

    private static Breach shape(String event, String pointer, String json, String at, String rule) {
        return new Breach(event, pointer, json, at, rule, false);
    }

    private static Breach policy(String event, String term, String json, String rule) {
        return new Breach(event, "/x-weir-" + term, json, "/x-weir-" + term, rule, true);
    }

    private static Breach ofProperty(String term, String json, String rule) {
        String at = "/properties/order_id/x-weir-" + term;
        return new Breach("order_status_updated", at, json, at, rule, true);
    }
}
