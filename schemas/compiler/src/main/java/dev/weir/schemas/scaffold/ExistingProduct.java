package dev.weir.schemas.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Source;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A product as the compiled catalog has it, asked for what a new event of it would be.
record ExistingProduct(String name, JsonNode json) {

    /// What becomes of an event, decided from wishes and the product's other events.
    ///
    /// @throws CannotScaffold if a wish is not known to the product, or only a person can decide
    Terms terms(NewEvent event) throws CannotScaffold {
        NewEvent.Wishes wishes = event.wishes();
        String purpose = purpose(wishes.purpose());
        return new Terms(
                purpose,
                wishes.source().orElseGet(this::usualSource),
                category(wishes.category().orElseGet(() -> usualCategory(event.name()))),
                retention(purpose, wishes.retention()));
    }

    /// The form that a new event is sent in: one that says the name of its events.
    Optional<JsonNode> form() {
        return json.path("dialect")
                .path("forms")
                .valueStream()
                .filter(form -> form.has("event_name"))
                .findFirst();
    }

    /// Whether events of a purpose are kept without identities where it is refused.
    boolean isAnonymised(String purpose) {
        return json.path("consent").path("without").path(purpose).asText().equals("anonymise");
    }

    private String purpose(Optional<String> wish) throws CannotScaffold {
        Set<String> known = purposes();
        if (wish.isPresent()) {
            return known(wish.get(), known, "purpose");
        }
        Set<String> asked = new TreeSet<>(known);
        asked.remove(Purpose.ESSENTIAL.name());
        if (asked.size() > 1) {
            throw new CannotScaffold("say what the event is collected for, with --purpose: one of " + list(known));
        }
        return asked.stream().findAny().orElse(Purpose.ESSENTIAL.name());
    }

    private Set<String> purposes() {
        Set<String> purposes = new TreeSet<>(Set.of(Purpose.ESSENTIAL.name()));
        json.path("dialect")
                .path("forms")
                .forEach(form -> form.path("consent").fieldNames().forEachRemaining(purposes::add));
        events().forEach(event -> purposes.add(event.path("purpose").asText()));
        return purposes;
    }

    private Source usualSource() {
        boolean fromClients = events().flatMap(event -> event.path("sources").valueStream())
                .anyMatch(source -> source.asText().equals(Source.CLIENT.label()));
        return fromClients ? Source.CLIENT : Source.SERVER;
    }

    /// That of the events whose names begin alike, or the beginning of its name.
    private String usualCategory(String event) {
        String beginning = event.split("[._]", 2)[0];
        return json.path("events")
                .propertyStream()
                .filter(other -> other.getKey().split("[._]", 2)[0].equals(beginning))
                .map(other -> other.getValue().path("1").path("category").asText())
                .filter(category -> !category.isEmpty())
                .findFirst()
                .orElse(beginning.matches("[a-z].*") ? beginning : "other");
    }

    private static String category(String wish) throws CannotScaffold {
        if (!wish.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new CannotScaffold("'" + wish + "' is no category; use lower case, digits and underscores");
        }
        return wish;
    }

    /// The shortest that events of the purpose have: whoever wants it for longer says so.
    private String retention(String purpose, Optional<String> wish) throws CannotScaffold {
        Set<String> classes = new TreeSet<>();
        json.path("retention").fieldNames().forEachRemaining(classes::add);
        if (wish.isPresent()) {
            return known(wish.get(), classes, "retention class");
        }
        Set<String> used = events().filter(
                        event -> event.path("purpose").asText().equals(purpose))
                .map(event -> event.path("retention").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        return (used.isEmpty() ? classes : used)
                .stream().min(Comparator.comparing(this::end)).orElseThrow();
    }

    private LocalDate end(String retention) {
        return LocalDate.EPOCH.plus(
                Period.parse(json.path("retention").path(retention).asText()));
    }

    private Stream<JsonNode> events() {
        return json.path("events").valueStream().flatMap(JsonNode::valueStream);
    }

    private String known(String wish, Set<String> known, String what) throws CannotScaffold {
        if (!known.contains(wish)) {
            throw new CannotScaffold("'" + wish + "' is no " + what + " of " + name + "; use one of " + list(known));
        }
        return wish;
    }

    private static String list(Set<String> words) {
        return String.join(", ", List.copyOf(words));
    }
}
