package dev.weir.lake;

import dev.weir.core.event.Header;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Whose events are looked for: all that were received until a moment, and none that came later. Whoever sends again
/// after that is not meant.
public sealed interface Sought {

    /// The last moment of receipt that is meant.
    Instant until();

    /// Which of their events are meant.
    EventScope scope();

    /// Whether a stored event is meant.
    default boolean isOf(StoredEvent event) {
        byte[] properties = event.properties().toString().getBytes(StandardCharsets.UTF_8);
        return covers(event.header(), event.receipt().decision().purpose())
                && isOf(event.header(), event.identities().byKind().values(), properties);
    }

    /// Whether such an event is in the scope, whosever it is.
    default boolean covers(Header header, Purpose purpose) {
        return scope().covers(header.type().name(), purpose.name());
    }

    /// Whether an event with these names and properties is theirs, and was received in time.
    default boolean isOf(Header header, Collection<Pseudonym> identities, byte[] properties) {
        if (header.timing().receivedAt().isAfter(until())) {
            return false;
        }
        return switch (this) {
            case Tenant tenant -> header.origin().tenant().equals(tenant.tenant());
            case Person person ->
                identities.stream().anyMatch(person.names()::contains)
                        || !new ErasureTargets(List.of(this))
                                .mentioned(properties)
                                .isEmpty();
        };
    }

    /// Events that have one of the names in an identity, or anywhere in their properties.
    ///
    /// @param names under every version of the key
    record Person(Set<Pseudonym> names, Instant until, EventScope scope) implements Sought {

        /// @throws IllegalArgumentException if there is no name
        public Person {
            names = Set.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("nobody is sought without a name");
            }
        }

        /// Somebody of whom all events are meant.
        public Person(Set<Pseudonym> names, Instant until) {
            this(names, until, EventScope.ALL);
        }

        @Override
        public String toString() {
            return "Person[redacted]";
        }
    }

    /// All events of a tenant.
    record Tenant(String tenant, Instant until, EventScope scope) implements Sought {

        /// A tenant of which all events are meant.
        public Tenant(String tenant, Instant until) {
            this(tenant, until, EventScope.ALL);
        }

        @Override
        public String toString() {
            return "Tenant[redacted]";
        }
    }
}
