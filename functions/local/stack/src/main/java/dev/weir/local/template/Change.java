package dev.weir.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One line of a change set: what applying a stack would do to a resource.
///
/// @param id logical id
public record Change(Kind kind, String id, String type) {

    /// What becomes of the resource.
    public enum Kind {
        ADD,
        MODIFY,
        REPLACE,
        REMOVE
    }

    /// Properties that cannot be changed in place, besides those that name a resource.
    private static final Set<String> FIXED = Set.of("KeySchema", "ObjectLockEnabled");

    /// What leads from a stack to the next, in the order of the next and then of the one before.
    public static List<Change> between(ResolvedStack before, ResolvedStack next) {
        Map<String, Resource> former = before.byId();
        List<Change> changes = new ArrayList<>();
        for (Resource resource : next.resources()) {
            Resource old = former.remove(resource.id());
            if (old == null) {
                changes.add(new Change(Kind.ADD, resource.id(), resource.type()));
            } else if (isReplaced(old, resource)) {
                changes.add(new Change(Kind.REPLACE, resource.id(), resource.type()));
            } else if (!old.properties().equals(resource.properties())) {
                changes.add(new Change(Kind.MODIFY, resource.id(), resource.type()));
            }
        }
        former.values().forEach(gone -> changes.add(new Change(Kind.REMOVE, gone.id(), gone.type())));
        return changes;
    }

    private static boolean isReplaced(Resource old, Resource now) {
        return !old.type().equals(now.type())
                || !old.physicalId().equals(now.physicalId())
                || FIXED.stream()
                        .anyMatch(property -> !old.properties()
                                .path(property)
                                .equals(now.properties().path(property)));
    }
}
