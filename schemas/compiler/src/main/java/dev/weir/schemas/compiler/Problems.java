package dev.weir.schemas.compiler;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Collects what is wrong, each thing once, so that one build reports all of it.
final class Problems {

    private final SortedSet<Problem> found = new TreeSet<>(Comparator.comparing(Problem::toString));

    void report(Place place, String rule, String remedy) {
        found.add(new Problem(place, rule, remedy));
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
