package dev.weir.schemas.release;

import java.util.ArrayList;
import java.util.List;

/// Collects what differs within one scope.
final class Changes {

    private final Scope scope;
    private final List<Change> found = new ArrayList<>();

    Changes(Scope scope) {
        this.scope = scope;
    }

    void add(Kind kind, At at, String detail) {
        found.add(new Change(kind, scope, at, detail));
    }

    boolean isBreaking() {
        return found.stream().anyMatch(change -> change.weight() == Kind.Weight.BREAKING);
    }

    List<Change> all() {
        return List.copyOf(found);
    }
}
