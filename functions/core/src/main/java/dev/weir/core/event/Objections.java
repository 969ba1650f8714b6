package dev.weir.core.event;

import java.util.Map;

/// The objections that a product and tenant knows of.
///
/// @param ofAll what holds for everybody of the tenant
/// @param byName what holds for an identifier, under every version of the key
public record Objections(Objection ofAll, Map<Pseudonym, Objection> byName) {

    public static final Objections NONE = new Objections(Objection.NONE, Map.of());

    public Objections {
        byName = Map.copyOf(byName);
    }

    /// Whether nobody has objected, so that nobody needs to be looked up.
    public boolean isEmpty() {
        return byName.isEmpty() && ofAll.equals(Objection.NONE);
    }

    /// What somebody of this name has objected to.
    public Objection of(Pseudonym name) {
        return byName.getOrDefault(name, Objection.NONE);
    }

    @Override
    public String toString() {
        return "Objections[" + byName.size() + "]";
    }
}
