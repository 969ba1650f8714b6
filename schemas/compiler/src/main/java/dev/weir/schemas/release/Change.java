package dev.weir.schemas.release;

import java.util.Set;

/// One difference.
///
/// @param detail from what to what; what of is said by the place, where it is a property
record Change(Kind kind, Scope scope, At at, String detail) {

    private static final Set<Kind> DELETED = Set.of(Kind.PRODUCT_DELETED, Kind.EVENT_DELETED, Kind.VERSION_DELETED);

    Kind.Weight weight() {
        return switch (scope) {
            case Scope.Settings _, Scope.InPlace _ -> kind.inPlace();
            case Scope.NewVersion _ -> kind.asNewVersion();
        };
    }

    /// What it is, in one line.
    String rule() {
        return kind.label() + ", " + (at.property() + " " + detail).strip();
    }

    /// What a line of the change log begins with that is about it.
    String logged() {
        return scope.name() + rule();
    }

    /// What to do about it where it is not allowed.
    String remedy() {
        return switch (weight()) {
            case FREE -> "nothing";
            case LOGGED ->
                "say why in a line of " + scope.product() + "/" + ChangeLog.FILE + ": \"- " + logged()
                        + ": <why>\"; or undo it";
            case BREAKING -> undo();
        };
    }

    private String undo() {
        if (DELETED.contains(kind)) {
            return "bring it back from version control; rows in the lake and events in the stream are of it";
        }
        if (kind == Kind.VERSION_TOO_LOW) {
            return "give it a number above the released ones";
        }
        if (kind == Kind.RETENTION_LENGTHENED && scope instanceof Scope.Settings) {
            return "undo it; what is to be kept longer needs a class of its own, and new versions that choose it";
        }
        if (kind == Kind.IDENTITIES_LENGTHENED) {
            return "undo it; of what is stored already it was said that it leads to nobody after that";
        }
        if (scope instanceof Scope.Settings) {
            return "undo it; a product has no versions, and senders that are out rely on it";
        }
        return "undo it; what is to differ goes " + newVersion();
    }

    private String newVersion() {
        return scope instanceof Scope.InPlace place
                ? "into events/" + place.event() + "/" + place.free() + ".json, beside this version"
                : "into a new version";
    }
}
