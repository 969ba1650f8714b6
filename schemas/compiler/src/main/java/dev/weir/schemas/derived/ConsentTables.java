package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.ConsentDefaults;
import dev.weir.core.catalog.Product;
import dev.weir.core.consent.Rule;
import dev.weir.core.event.ConsentSignals;
import dev.weir.core.event.Objection;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Wishes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The section on consent of `docs/privacy.md`: the rules in their order, and what they come to for each product. The
/// collector's own rules decide every cell.
public final class ConsentTables {

    private static final String BEGIN = "<!-- consent: written by ./weir catalog docs -->\n";
    private static final String END = "<!-- consent: end -->\n";

    private final Catalog catalog;

    private ConsentTables(Catalog catalog) {
        this.catalog = catalog;
    }

    /// A page with the section written anew.
    ///
    /// @param catalog the compiled catalog
    /// @param page of which the part between the two comments on consent is replaced
    /// @throws IllegalArgumentException if the page lacks the comments
    public static String in(ObjectNode catalog, String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no section between the comments on consent");
        }
        return page.substring(0, begin + BEGIN.length())
                + new ConsentTables(read(catalog)).text()
                + page.substring(end);
    }

    private static Catalog read(ObjectNode catalog) {
        try {
            return Catalog.read(new ByteArrayInputStream(catalog.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return Markdown.rows(List.of("", "Where", "The purpose is", "`by`"), rules())
                + "\nWith one input alone (the objection: whatever else is said), for an event of the purpose:\n"
                + Markdown.rows(
                        List.of(
                                "Product",
                                "Purpose",
                                "Region",
                                "Child",
                                "nothing said",
                                "`claims`: yes",
                                "`claims`: no",
                                "event: yes",
                                "event: no",
                                "GPC or DNT",
                                "`objection`"),
                        cells())
                + "\n";
    }

    private static List<List<String>> rules() {
        List<List<String>> rows = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    rule.condition(),
                    rule.allows() ? "allowed" : "refused",
                    Markdown.code(rule.by())));
        }
        return rows;
    }

    private List<List<String>> cells() {
        List<List<String>> rows = new ArrayList<>();
        for (String name : catalog.productNames()) {
            Product product = catalog.product(name).orElseThrow();
            for (String purpose : purposes(product)) {
                regions(product.settings().consent(), purpose).forEach((label, region) -> {
                    rows.add(row(product, new Purpose(purpose), label, region, false));
                    rows.add(row(product, new Purpose(purpose), label, region, true));
                });
            }
        }
        return rows;
    }

    /// The essential one, which is the same everywhere, only where there is no other.
    private static Set<String> purposes(Product product) {
        Set<String> purposes = new TreeSet<>();
        product.events()
                .values()
                .forEach(versions -> versions.values()
                        .forEach(policy -> purposes.add(policy.terms().purpose().name())));
        product.settings().consent().tagged().forEach(purpose -> purposes.add(purpose.name()));
        if (purposes.size() > 1) {
            purposes.remove(Purpose.ESSENTIAL.name());
        }
        return purposes;
    }

    /// Regions that are decided about alike are one row.
    private static Map<String, Optional<String>> regions(ConsentDefaults defaults, String purpose) {
        Map<String, Optional<String>> regions = new LinkedHashMap<>();
        if (!purpose.equals(Purpose.ESSENTIAL.name())) {
            defaults.optOut().stream()
                    .sorted(Comparator.naturalOrder())
                    .forEach(region -> regions.put(Markdown.code(region), Optional.of(region)));
        }
        regions.put(regions.isEmpty() ? "any" : "other, or not known", Optional.empty());
        return regions;
    }

    private static List<String> row(
            Product product, Purpose purpose, String label, Optional<String> region, boolean kids) {
        List<String> row =
                new ArrayList<>(List.of(product.name(), Markdown.code(purpose.name()), label, kids ? "yes" : "no"));
        ConsentSignals none = new ConsentSignals(Map.of());
        ConsentSignals yes = new ConsentSignals(Map.of(purpose, true));
        ConsentSignals no = new ConsentSignals(Map.of(purpose, false));
        for (Wishes wishes : List.of(
                new Wishes(none, none, false, kids),
                new Wishes(yes, none, false, kids),
                new Wishes(no, none, false, kids),
                new Wishes(none, yes, false, kids),
                new Wishes(none, no, false, kids),
                new Wishes(none, none, true, kids),
                new Wishes(yes, yes, false, kids).with(Objection.ALL_PURPOSES))) {
            row.add(cell(purpose, wishes, region, product.settings().consent()));
        }
        return row;
    }

    private static String cell(Purpose purpose, Wishes wishes, Optional<String> region, ConsentDefaults defaults) {
        Receipt.Answer answer = Rule.decide(purpose, wishes, region, defaults);
        String effect = answer.allowed()
                ? "kept"
                : switch (defaults.withoutConsent(purpose)) {
                    case DROP -> "dropped";
                    case ANONYMISE -> "anonymous";
                };
        return effect + ", " + Markdown.code(answer.by());
    }
}
