package dev.weir.schemas.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;

/// What differs from the released set, in words: a paragraph for each version, a line for each change.
///
/// @param allowed whether the gate lets a change through
record Differences(
        SortedMap<String, Released> released,
        SortedMap<String, Released> current,
        List<Change> changes,
        Predicate<Change> allowed) {

    private static final List<String> SAME = List.of("  compatible   nothing but words differs");

    String text() {
        Map<String, List<String>> paragraphs = new LinkedHashMap<>();
        changes.forEach(change -> paragraphs
                .computeIfAbsent(title(change.scope()), _ -> new ArrayList<>())
                .add("  " + mark(change) + change.rule() + "\n               " + change.at()));
        current.forEach((name, product) -> added(name, product, paragraphs));
        StringBuilder text = new StringBuilder();
        paragraphs.forEach((title, lines) ->
                text.append(title).append('\n').append(String.join("\n", lines)).append("\n\n"));
        return text.append(summary(paragraphs.isEmpty())).append('\n').toString();
    }

    private static String title(Scope scope) {
        return switch (scope) {
            case Scope.Settings settings -> settings.product();
            case Scope.InPlace place -> place.product() + " " + place.event() + " " + place.version() + ", released";
            case Scope.NewVersion added ->
                added.product() + " " + added.event() + " " + added.version() + ", new, compared with "
                        + added.latest();
        };
    }

    private String mark(Change change) {
        return switch (change.weight()) {
                    case FREE -> "compatible ";
                    case LOGGED -> allowed.test(change) ? "explained  " : "unexplained";
                    case BREAKING -> "BREAKS     ";
                }
                + "  ";
    }

    private void added(String name, Released product, Map<String, List<String>> paragraphs) {
        Released before = released.get(name);
        product.events().forEach((event, versions) -> {
            boolean isNew = before == null || before.versions(event).isEmpty();
            for (Integer version : isNew ? versions.keySet() : List.<Integer>of()) {
                paragraphs
                        .computeIfAbsent(name + " " + event + " " + version + ", new", _ -> new ArrayList<>())
                        .add("  compatible   event added");
            }
        });
        if (before != null) {
            versionsAlike(name, product, before, paragraphs);
        }
    }

    /// New versions that differ from the released one in nothing that is judged.
    private static void versionsAlike(
            String name, Released product, Released before, Map<String, List<String>> paragraphs) {
        before.events()
                .forEach((event, versions) -> product.versions(event).keySet().stream()
                        .filter(version -> !versions.containsKey(version) && !versions.isEmpty())
                        .filter(version -> version > versions.lastKey())
                        .map(version -> title(new Scope.NewVersion(name, event, version, versions.lastKey())))
                        .forEach(title -> paragraphs.putIfAbsent(title, SAME)));
    }

    private String summary(boolean nothing) {
        long refused = changes.stream().filter(allowed.negate()).count();
        if (nothing) {
            return released.equals(current)
                    ? "nothing differs from what is released"
                    : "nothing but words differs from what is released";
        }
        return refused == 0 ? "nothing breaks what is released" : refused + " to mend; ./weir catalog lint says how";
    }
}
