package dev.weir.schemas.derived;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The front page of the catalog: its products, and what holds for all of them.
///
/// @param words of each product, by its name
record FrontPage(CatalogContents contents, Map<String, ProductWords> words) {

    String text() {
        return new Markdown()
                .heading(1, "The catalog")
                .paragraph("""
                        What Weir may collect, why, and for how long. These pages are generated from `schemas/`;
                        to change one, change the schema and run `./weir catalog docs`.""")
                .table(List.of("Product", "Events", "Purposes", "What"), products())
                .heading(2, "Privacy classes")
                .paragraph("Every property has one. It decides what is stored of a value.")
                .table(List.of("Class", "The value", "What is stored"), classes())
                .heading(2, "Columns of every event")
                .paragraph("""
                        The stored envelope, in the view `events`, in each product's view and in each event's. A
                        property of the same name is shown as `properties_<name>`. A property that holds a list, a
                        map or an object is JSON text in a view.""")
                .table(List.of("Column", "Type", "Meaning"), columns())
                .heading(2, "Querying")
                .paragraph("""
                        The queries of these pages are for `./weir query` and for Athena. In Athena the views have
                        two more columns, `dt` (text, such as `2026-02-08`) and `hour` (0 to 23), of the time of
                        receipt in UTC: a query that narrows down `dt` reads, and costs, less.""")
                .code("sql", """
                        select product, event_name, count(*) as events
                        from events
                        group by 1, 2
                        order by events desc
                        """)
                .toString();
    }

    private List<List<String>> products() {
        return contents.products().stream().map(this::product).toList();
    }

    private List<String> product(CatalogedProduct product) {
        TreeSet<String> purposes = new TreeSet<>();
        product.latest().forEach(event -> purposes.add(event.term("purpose")));
        ProductWords said = words.getOrDefault(product.name(), new ProductWords(product.name(), ""));
        return List.of(
                "[" + said.title() + "](" + product.name() + ".md)",
                Integer.toString(product.latest().size()),
                String.join(", ", purposes),
                said.description());
    }

    private static List<List<String>> classes() {
        return List.of(
                List.of("`none`", "says nothing about a person", "the value"),
                List.of("`quasi`", "narrows down who it may be, together with others", "the value"),
                List.of("`identifier`", "names a person, a device or a session", "a pseudonym, 32 hex digits"),
                List.of("`free_text`", "was typed by a person or put together by a program", "the value, masked"),
                List.of("`sensitive`", "must not be kept", "nothing"));
    }

    private List<List<String>> columns() {
        return contents.envelope().stream()
                .map(column -> List.of(Markdown.code(column.name()), column.shownType(), column.doc()))
                .toList();
    }
}
