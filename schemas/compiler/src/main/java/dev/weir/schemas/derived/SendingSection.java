package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// How events of a product are sent: limits, and the form or forms that an event may have.
record SendingSection(CatalogContents contents, CatalogedProduct product) {

    void write(Markdown page) {
        page.heading(2, "Sending").paragraph(limits());
        List<SentForm> forms = product.forms().stream()
                .map(json -> new SentForm(contents, json))
                .toList();
        if (forms.size() > 1) {
            page.paragraph("An event has one of " + forms.size()
                    + " forms. They are tried in this order, and the first that fits reads it.");
        }
        for (SentForm form : forms) {
            if (forms.size() > 1) {
                page.heading(3, "Form " + Markdown.code(form.name()));
                page.paragraph(conditions(form));
            }
            page.paragraph(named(form)).table(List.of("Place", "Required", "Meaning"), places(form));
        }
        page.paragraph("What is neither in these places nor among an event's properties is not stored.");
    }

    private String limits() {
        JsonNode limits = product.json().path("limits");
        String most = "`POST /v1/events` takes at most %,d events and %,d bytes in one request"
                .formatted(limits.path("events").asInt(), limits.path("bytes").asInt());
        String payload = limits.has("payload_bytes")
                ? ", and at most %,d bytes of properties in one event"
                        .formatted(limits.path("payload_bytes").asInt())
                : "";
        return most + payload + ". A client's clock more than "
                + duration(limits.path("clock_skew_seconds").asInt())
                + " away from the server's is marked as unreliable.";
    }

    private static String duration(int seconds) {
        return seconds % 60 == 0 ? seconds / 60 + " minutes" : seconds + " seconds";
    }

    private static String conditions(SentForm form) {
        return form.conditions().isEmpty()
                ? "Every event that no form before it has taken."
                : "An event of which " + String.join(" and ", form.conditions()) + ".";
    }

    private static String named(SentForm form) {
        String event = form.event().isEmpty() ? "" : "It is the event " + Markdown.code(form.event()) + ".";
        String id = form.json().has("event_id") ? "" : " It has no id. Weir gives it one, so a retry is another event.";
        return (event + id).strip();
    }

    private static List<List<String>> places(SentForm form) {
        List<List<String>> rows = new ArrayList<>();
        form.places()
                .forEach((place, meaning) ->
                        rows.add(List.of(Markdown.code(place), form.requires(place) ? "yes" : "", meaning)));
        if (form.properties().isEmpty()) {
            rows.add(List.of("the rest of the event", "", "What the event says: its properties, as below."));
        } else {
            rows.add(List.of(
                    Markdown.code(form.properties()),
                    form.requires(form.properties()) ? "yes" : "",
                    "What the event says: its properties, as below."));
        }
        return rows;
    }
}
