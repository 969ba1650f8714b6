package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;

import dev.weir.core.catalog.RetentionRules;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Made-up events of a day, some to be kept for longer than others, and what is known of them: which have landed, whose
/// they are, what may not be seen any more.
final class Keeping {

    static final int PEOPLE = 3;
    static final String SHORT = "short";
    static final RetentionRules RULES =
            new RetentionRules(Map.of(SHORT, Period.ofDays(30), "standard", Period.ofDays(365)), Period.ofDays(60));

    private final Map<String, Event> byPlace = new HashMap<>();
    private final List<Event> made = new ArrayList<>();
    private final Set<Event> landed = new HashSet<>();
    private final Set<Integer> meant = new HashSet<>();
    private final Set<Integer> erased = new HashSet<>();
    private final Set<Event> gone = new HashSet<>();
    private final Set<String> anonymous = new HashSet<>();
    private final Set<String> purged = new HashSet<>();

    /// What was sent: a copy is the same event.
    ///
    /// @param person who sent it, nobody who is known for 0
    private record Event(String id, int person, String retention) {}

    /// A row as a reader has it.
    ///
    /// @param named whether it leads to somebody
    record Row(String place, boolean silver, boolean named) {}

    static Pseudonym name(int person) {
        return new Pseudonym(person, person);
    }

    /// Events of one request, some of which were sent before.
    List<BronzeRow> request(Random random, String shard, long sequence, LocalDate today) {
        List<BronzeRow> rows = new ArrayList<>();
        for (int index = 0; index <= random.nextInt(4); index++) {
            Event sent = made.isEmpty() || random.nextInt(3) > 0
                    ? new Event(
                            "e" + made.size(), random.nextInt(PEOPLE + 1), random.nextBoolean() ? SHORT : "standard")
                    : made.get(random.nextInt(made.size()));
            if (!RULES.hasExpired(sent.retention, Silver.DAY.date(), today)) {
                made.add(sent);
                byPlace.put(shard + "/" + sequence + "/" + index, sent);
                rows.add(row(sent, random.nextInt(3)).row(shard, sequence, index));
            }
        }
        return rows;
    }

    private static EventBuilder row(Event sent, int hour) {
        EventBuilder event = event(sent.id)
                .at(Instant.parse("2026-02-08T0" + hour + ":00:00Z").toString())
                .retention(sent.retention);
        return sent.person == 0
                ? event
                : event.of(IdentityKind.USER, sent.person)
                        .property("title", "by " + name(sent.person).hex());
    }

    void land(List<BronzeRow> rows) {
        rows.forEach(row -> landed.add(byPlace.get(place(row))));
    }

    private static String place(BronzeRow row) {
        return row.place().shardId() + "/" + row.place().sequence() + "/" + row.index();
    }

    /// From now on what is stored of a person may go.
    void means(int person) {
        meant.add(person);
    }

    /// From now on nothing that is stored leads to those who were meant then.
    void areErased(Set<Integer> people) {
        erased.addAll(people);
    }

    Set<Integer> meant() {
        return Set.copyOf(meant);
    }

    /// From now on no silver of the classes is there.
    void arePurged(Set<String> classes) {
        purged.addAll(classes);
    }

    /// What is wrong with what a reader sees.
    List<String> wrong(List<Row> rows, LocalDate today) {
        List<String> wrong = new ArrayList<>();
        Set<Event> seen = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (Row row : rows) {
            @Nullable Event event = byPlace.get(row.place);
            if (event == null || !landed.contains(event)) {
                wrong.add(row + " never landed");
                continue;
            }
            seen.add(event);
            if (!places.add(row.place)) {
                wrong.add(row + " is there twice");
            }
            if (gone.contains(event)) {
                wrong.add(event + " has come back");
            }
            if (row.named && erased.contains(event.person)) {
                wrong.add(event + " is erased");
            }
            if (row.silver && purged.contains(event.retention)) {
                wrong.add(event + " has expired");
            }
            if (row.named && anonymous.contains(row.place)) {
                wrong.add(row + " leads to somebody again");
            }
        }
        landed.stream()
                .filter(event -> !meant.contains(event.person) && !seen.contains(event))
                .filter(event -> !RULES.hasExpired(event.retention, Silver.DAY.date(), today))
                .forEach(event -> wrong.add(event + " is lost"));
        return wrong;
    }

    /// Takes note of what a reader sees: what is gone by now may not come back, nor a name that is.
    void remember(List<Row> rows) {
        Set<Event> seen = new HashSet<>();
        for (Row row : rows) {
            Event event = Objects.requireNonNull(byPlace.get(row.place));
            seen.add(event);
            if (row.silver && !row.named && event.person > 0) {
                anonymous.add(row.place);
            }
        }
        landed.stream()
                .filter(event -> !seen.contains(event))
                .filter(event -> erased.contains(event.person) || purged.contains(event.retention))
                .forEach(gone::add);
    }
}
