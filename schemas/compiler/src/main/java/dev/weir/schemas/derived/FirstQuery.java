package dev.weir.schemas.derived;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A query to begin with, on one event's view: in the SQL that Athena and `./weir query` share.
record FirstQuery(CatalogContents contents, CatalogedEvent event) {

    String sql() {
        return by(property -> property.type() instanceof ValueType.Choice)
                .or(() -> by(property -> property.type() instanceof ValueType.Flag))
                .map(this::shares)
                .or(() -> by(FirstQuery::isAmount).map(this::amounts))
                .orElseGet(this::perHour);
    }

    private Optional<String> by(Predicate<Property> kind) {
        List<Property> stored = event.stored();
        return stored.stream()
                .filter(kind)
                .filter(Property::required)
                .findFirst()
                .or(() -> stored.stream().filter(kind).findFirst())
                .map(property -> Names.column(contents.column(property.name())));
    }

    private static boolean isAmount(Property property) {
        return property.type() instanceof ValueType.Whole || property.type() instanceof ValueType.Real;
    }

    private String shares(String column) {
        return """
                select %s, count(*) as events, count(distinct subject) as subjects
                from %s
                group by 1
                order by events desc
                """.formatted(column, event.view());
    }

    private String amounts(String column) {
        return """
                select count(*) as events, min(%1$s) as least, avg(%1$s) as average, max(%1$s) as most
                from %2$s
                """.formatted(column, event.view());
    }

    private String perHour() {
        return """
                select date_trunc('hour', event_timestamp) as received, count(*) as events
                from %s
                group by 1
                order by 1
                """.formatted(event.view());
    }
}
