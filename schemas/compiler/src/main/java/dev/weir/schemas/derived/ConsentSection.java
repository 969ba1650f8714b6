package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a product's events are collected for, and what becomes of them without consent.
record ConsentSection(CatalogedProduct product) {

    void write(Markdown page) {
        page.heading(2, "Consent").paragraph(regions());
        Map<String, Integer> events = new TreeMap<>();
        product.latest().forEach(event -> events.merge(event.term("purpose"), 1, Integer::sum));
        consent("tagged").forEach(purpose -> events.putIfAbsent(purpose.asText(), 0));
        List<List<String>> rows = new ArrayList<>();
        events.forEach((purpose, count) ->
                rows.add(List.of(Markdown.code(purpose), Integer.toString(count), without(purpose, count))));
        page.table(List.of("Purpose", "Events", "Without consent"), rows);
    }

    private String regions() {
        JsonNode field = consent("region_field");
        List<String> regions = new ArrayList<>();
        consent("opt_out").forEach(region -> regions.add(region.asText()));
        return field.isMissingNode() || regions.isEmpty()
                ? "A purpose is not allowed until the person agrees to it, wherever they are."
                : "Where " + Markdown.code(field.asText()) + " is " + Markdown.codes(regions)
                        + ", a purpose is allowed until the person withdraws it. Elsewhere, and where it is not known,"
                        + " it is not allowed until the person agrees.";
    }

    private String without(String purpose, int events) {
        if (purpose.equals("essential")) {
            return "needs none";
        }
        boolean anonymised = consent("without").path(purpose).asText().equals("anonymise");
        String own = anonymised ? "kept without identities" : "dropped";
        String tagged = "other events get the tag " + Markdown.code("no_" + purpose);
        if (!isTagged(purpose)) {
            return own;
        }
        return events == 0 ? tagged : own + "; " + tagged;
    }

    private boolean isTagged(String purpose) {
        for (JsonNode tagged : consent("tagged")) {
            if (tagged.asText().equals(purpose)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode consent(String member) {
        return product.json().path("consent").path(member);
    }
}
