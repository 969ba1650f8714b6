package dev.weir.schemas.derived;

import java.util.ArrayList;
import java.util.List;

/// What a page says about one event.
record EventSection(CatalogContents contents, CatalogedEvent event, Samples samples) {

    void write(Markdown page) {
        page.heading(3, Markdown.code(event.name()))
                .paragraph("**" + event.title() + ".** " + event.description())
                .paragraph(terms());
        List<Property> properties = event.sent();
        page.table(PropertyRows.HEADER, PropertyRows.of(properties));
        if (properties.isEmpty()) {
            page.paragraph("No properties: that it happened is all it says.");
        }
        samples.accepted(event)
                .ifPresent(sample -> page.paragraph("An example of a request:").code("json", sample));
        page.paragraph("In the lake it is " + Markdown.code(event.view()) + ".")
                .code("sql", new FirstQuery(contents, event).sql());
    }

    private String terms() {
        List<String> terms = new ArrayList<>();
        terms.add("Version " + event.version());
        terms.add("purpose " + Markdown.code(event.term("purpose")));
        terms.add("sent by " + String.join(" and ", event.sources()) + origins());
        terms.add("kept as " + Markdown.code(event.term("retention")));
        if (event.sampling() < 100) {
            terms.add(event.sampling() + " % are kept");
        }
        return String.join(" · ", terms);
    }

    private String origins() {
        return event.origins().isEmpty() ? "" : " (" + String.join(", ", event.origins()) + ")";
    }
}
