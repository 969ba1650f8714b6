package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.io.api.Binary;

/// Made-up senders, and what is known of the events that they sent: of whom each is, when its copies were received, and
/// what of that an erasure means.
final class Crowd {

    static final int PEOPLE = 5;
    private static final int DEVICE_OF_SOMEBODY = 4;
    private static final int NAMED_IN_PROPERTIES = 5;

    private final Map<String, Set<Copy>> events = new HashMap<>();
    private final List<Sought.Person> meant = new ArrayList<>();
    private final List<Sought.Person> erased = new ArrayList<>();

    /// @param received when a copy of an event was received
    private record Copy(Instant received, Set<Pseudonym> names) implements Comparable<Copy> {
        boolean isOf(Sought.Person person) {
            return !received.isAfter(person.until()) && names.stream().anyMatch(person.names()::contains);
        }

        @Override
        public int compareTo(Copy other) {
            return received.compareTo(other.received);
        }
    }

    static Pseudonym name(int person) {
        return new Pseudonym(person, person);
    }

    /// Events of one request. Whose an event is follows from its id and user, so that copies are of the same people.
    List<BronzeRow> request(Random random, String shard, long sequence) {
        Instant received = Instant.parse("2026-02-08T0" + random.nextInt(3) + ":00:00Z");
        List<BronzeRow> rows = new ArrayList<>();
        for (int index = 0; index <= random.nextInt(4); index++) {
            int id = random.nextInt(4);
            int user = random.nextInt(DEVICE_OF_SOMEBODY);
            Set<Pseudonym> names = new TreeSet<>();
            EventBuilder event = event("e" + id).at(received.toString());
            if (user > 0) {
                event.of(IdentityKind.USER, user);
                names.add(name(user));
            }
            if (id == 2 && user > 0) {
                event.of(IdentityKind.DEVICE, DEVICE_OF_SOMEBODY);
                names.add(name(DEVICE_OF_SOMEBODY));
            }
            if (id == 3) {
                event.property("title", "with " + name(NAMED_IN_PROPERTIES).hex());
                names.add(name(NAMED_IN_PROPERTIES));
            }
            BronzeRow row = event.row(shard, sequence, index);
            events.computeIfAbsent(key(row), unseen -> new TreeSet<>()).add(new Copy(received, names));
            rows.add(row);
        }
        return rows;
    }

    /// What a reader calls the event of a row.
    static String key(BronzeRow row) {
        Object subject = row.cell(11);
        Object shown = subject == null ? null : Binary.fromConstantByteArray(((Pseudonym) subject).bytes());
        return row.cell(4) + "/" + shown + "/" + row.cell(0);
    }

    /// From now on what is stored of a person may go.
    void means(Sought.Person person) {
        meant.add(person);
    }

    /// From now on nobody may see it.
    void isErased(Sought.Person person) {
        erased.add(person);
    }

    /// Whether an event must be seen, once it has landed: no copy of it is meant by anybody.
    boolean stays(String event) {
        return copies(event).stream().noneMatch(copy -> meant.stream().anyMatch(copy::isOf));
    }

    /// Whether an event must not be seen: all copies of it are erased.
    boolean isGone(String event) {
        return copies(event).stream().allMatch(copy -> erased.stream().anyMatch(copy::isOf));
    }

    private Set<Copy> copies(String event) {
        return events.getOrDefault(event, Set.of());
    }
}
