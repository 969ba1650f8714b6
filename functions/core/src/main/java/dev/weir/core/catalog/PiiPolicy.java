package dev.weir.core.catalog;

import dev.weir.core.event.PiiKind;
import java.util.Locale;
import java.util.Map;

/// What a product wants done with each kind of personal data that is found. Where it says nothing, what is under a
/// personal key is removed, and anything else is masked.
public record PiiPolicy(Map<PiiKind, Action> actions) {

    /// What holds where a product says nothing.
    public static final PiiPolicy DEFAULT = new PiiPolicy(Map.of());

    /// What is done about a finding.
    public enum Action {
        /// The value that it is in is removed.
        REMOVE,
        /// It is replaced by the name of its kind.
        MASK,
        /// It is replaced by a pseudonym: equal values can be told to be equal, by nobody outside of the tenant.
        HASH,
        /// The event is rejected.
        REJECT;

        /// How much of a finding is left: a pseudonym links, a mask says that there was something.
        public int keeps() {
            return switch (this) {
                case REJECT -> 0;
                case REMOVE -> 1;
                case MASK -> 2;
                case HASH -> 3;
            };
        }

        /// The name in catalogs: lower case.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The action of a label.
        ///
        /// @throws IllegalArgumentException if there is none, which names the label
        public static Action of(String label) {
            for (Action action : values()) {
                if (action.label().equals(label)) {
                    return action;
                }
            }
            throw new IllegalArgumentException("unknown action '" + label + "', known: remove, mask, hash, reject");
        }
    }

    public PiiPolicy {
        actions = Map.copyOf(actions);
    }

    public Action on(PiiKind kind) {
        Action action = actions.get(kind);
        if (action != null) {
            return action;
        }
        return kind == PiiKind.PERSONAL_KEY ? Action.REMOVE : Action.MASK;
    }
}
