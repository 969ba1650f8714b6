package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The page of one product.
record ProductPage(CatalogContents contents, CatalogedProduct product, ProductWords words, Samples samples) {

    String text() {
        Markdown page = new Markdown()
                .heading(1, words.title())
                .paragraph(words.description())
                .paragraph(Markdown.code(product.name()) + " has "
                        + counted(product.latest().size(), "event") + ". All of them are in the view "
                        + Markdown.code(Names.sql(product.name())) + "; [the catalog's front page](README.md) says what"
                        + " every stored event has beside its properties.");
        events(page);
        new SendingSection(contents, product).write(page);
        new ConsentSection(product).write(page);
        retention(page);
        counters(page);
        sections(page);
        return page.toString();
    }

    static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private Map<String, List<CatalogedEvent>> byCategory() {
        Map<String, List<CatalogedEvent>> byCategory = new TreeMap<>();
        product.latest()
                .forEach(event -> byCategory
                        .computeIfAbsent(event.term("category"), category -> new ArrayList<>())
                        .add(event));
        return byCategory;
    }

    private void events(Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        byCategory()
                .forEach((category, events) -> events.forEach(event -> rows.add(List.of(
                        "[" + Markdown.code(event.name()) + "](#" + Markdown.anchor(event.name()) + ")",
                        event.title(),
                        category,
                        event.term("purpose"),
                        String.join(", ", event.sources()),
                        event.term("retention"),
                        event.sampling() == 100 ? "all" : event.sampling() + " %"))));
        page.heading(2, "Events")
                .table(List.of("Event", "What", "Category", "Purpose", "Sent by", "Retention", "Kept"), rows);
    }

    private void retention(Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        product.retention().forEach((label, keep) -> {
            long events = product.latest().stream()
                    .filter(event -> event.term("retention").equals(label))
                    .count();
            rows.add(List.of(Markdown.code(label), days(keep), Long.toString(events)));
        });
        page.heading(2, "Retention").table(List.of("Class", "Kept for", "Events"), rows);
        String identities = product.json().path("identity_retention").asText();
        if (!identities.isEmpty()) {
            page.paragraph(
                    "After " + days(identities) + ", what is still kept leads to nobody: pseudonyms are removed.");
        }
    }

    private void counters(Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode counter : product.json().path("counters")) {
            String name = counter.path("name").asText();
            List<String> events = texts(counter.path("events"));
            rows.add(List.of(
                    Markdown.code(name),
                    events.isEmpty() ? "every event" : Markdown.codes(events),
                    window(Duration.parse(counter.path("window").asText())),
                    Markdown.codes(texts(counter.path("by"))),
                    days(counter.path("keep").asText())));
        }
        if (!rows.isEmpty()) {
            page.heading(2, "Counters")
                    .paragraph("Read them at " + Markdown.code("GET /v1/counters/" + product.name() + "/{counter}")
                            + " with a server's key.")
                    .table(List.of("Counter", "Counts", "Window", "By", "Kept for"), rows);
        }
    }

    private void sections(Markdown page) {
        byCategory().forEach((category, events) -> {
            page.heading(2, "Category " + Markdown.code(category));
            events.forEach(event -> new EventSection(contents, event, samples).write(page));
        });
    }

    private static String days(String keep) {
        return Duration.parse(keep).toDays() + " days";
    }

    private static String window(Duration window) {
        long hours = window.toHours();
        return hours > 0 && window.equals(Duration.ofHours(hours))
                ? counted(Math.toIntExact(hours), "hour")
                : counted(Math.toIntExact(window.toMinutes()), "minute");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
