package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What of bronze comes into silver while people are being erased.
class SuppressedCompactionTest {

    private static final Instant UNTIL = Instant.parse("2026-02-08T14:00:00Z");
    private static final String BEFORE = "2026-02-08T14:00:00Z";
    private static final String AFTER = "2026-02-08T14:00:00.001Z";

    private final MemoryLake lake = new MemoryLake();
    private int runs;

    @Test
    void someoneWhoseErasureIsOnItsWayDoesNotComeIntoSilver() {
        bronze(
                event("a").of(IdentityKind.USER, 1).at(BEFORE),
                event("b").of(IdentityKind.USER, 2).at(BEFORE));
        suppress(Silver.DAY.product(), person(1));

        CompactedUnit.Swapped unit = compact();

        assertThat(silver()).containsExactly("b");
        assertThat(unit.rows()).isEqualTo(new CompactedUnit.Rows(2, 0, 1));
    }

    @Test
    void whatTheySendAfterTheRequestDoes() {
        bronze(
                event("a").of(IdentityKind.USER, 1).at(BEFORE),
                event("b").of(IdentityKind.USER, 1).at(AFTER));
        suppress(Silver.DAY.product(), person(1));

        compact();

        assertThat(silver()).containsExactly("b");
    }

    @Test
    void aCopyFromBeforeTheRequestDoesNotDisplaceTheOneAfterIt() {
        bronze(
                event("a").of(IdentityKind.USER, 1).at(BEFORE),
                event("a").of(IdentityKind.USER, 1).at(AFTER));
        suppress(Silver.DAY.product(), person(1));

        assertThat(compact().rows()).isEqualTo(new CompactedUnit.Rows(2, 0, 1));
        assertThat(silver()).containsExactly("a");
    }

    @Test
    void theyAreFoundInEveryIdentityAndInProperties() {
        String name = new Pseudonym(1, 1).hex();
        bronze(
                event("a").of(IdentityKind.USER, 2).of(IdentityKind.DEVICE, 1).at(BEFORE),
                event("b").property("title", "to " + name).at(BEFORE),
                event("c").property("unknown", name).at(BEFORE),
                event("d").at(BEFORE));
        suppress(Silver.DAY.product(), person(1));

        compact();

        assertThat(silver()).containsExactly("d");
    }

    @Test
    void theyLeaveSilverWhenRunsAreMerged() {
        for (String id : List.of("a", "b")) {
            bronze(event(id).of(IdentityKind.USER, 1).at(BEFORE), event(id + id).at(BEFORE));
            compact();
        }
        suppress(Silver.DAY.product(), person(1));

        compact();

        assertThat(silver()).containsExactly("aa", "bb");
    }

    @Test
    void aTenantIsLeftOutToo() {
        bronze(event("a").tenant("acme").at(BEFORE), event("b").tenant("other").at(BEFORE));
        suppress(Silver.DAY.product(), new Sought.Tenant("acme", UNTIL));

        compact();

        assertThat(silver()).containsExactly("b");
    }

    @Test
    void bronzeOfNobodyElseBecomesNoSilver() {
        bronze(event("a").of(IdentityKind.USER, 1).at(BEFORE));
        suppress(Silver.DAY.product(), person(1));

        assertThat(compact().objects()).isEmpty();
        assertThat(new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "more")
                        .next(Silver.DAY, Silver.TABLE, Extent.ALL))
                .isEmpty();
    }

    @Test
    void theSameNameInAnotherProductIsSomebodyElse() {
        bronze(event("a").of(IdentityKind.USER, 1).at(BEFORE));
        suppress("thedata", person(1));

        compact();

        assertThat(silver()).containsExactly("a");
    }

    @Test
    void eventsThatTheRequestDoesNotMeanStay() {
        bronze(event("a").of(IdentityKind.USER, 1).at(BEFORE));
        suppress(Silver.DAY.product(), person(1, new EventScope(Set.of(), Set.of("screen.view"))));
        suppress(Silver.DAY.product(), person(1, new EventScope(Set.of("essential"), Set.of())));

        compact();

        assertThat(silver()).containsExactly("a");
    }

    @Test
    void eventsThatTheRequestMeansDoNot() {
        bronze(
                event("a").of(IdentityKind.USER, 1).at(BEFORE),
                event("b").of(IdentityKind.USER, 2).at(BEFORE));
        suppress(
                Silver.DAY.product(),
                person(1, new EventScope(Set.of(Purpose.ANALYTICS.name()), Set.of("playback.started"))));

        compact();

        assertThat(silver()).containsExactly("b");
    }

    @Test
    void nothingIsMergedWhileTheListCannotBeUnderstood() {
        bronze(event("a").at(BEFORE));
        lake.put(Suppressions.KEY, new ObjectContent(new byte[] {'{'}, "application/json", Map.of()));

        assertThatThrownBy(this::compact).isInstanceOf(LakeUnavailable.class);
        assertThat(lake.list("silver/")).isEmpty();
    }

    private static Sought person(long name) {
        return new Sought.Person(Set.of(new Pseudonym(name, name)), UNTIL);
    }

    private static Sought person(long name, EventScope scope) {
        return new Sought.Person(Set.of(new Pseudonym(name, name)), UNTIL, scope);
    }

    private void suppress(String product, Sought sought) {
        Instant now = lake.clock().instant();
        new Suppressions(lake).add(List.of(new Suppression(product, sought, now.plusSeconds(90_000))), now);
    }

    private void bronze(EventBuilder... events) {
        List<BronzeRow> rows = new ArrayList<>();
        for (EventBuilder event : events) {
            rows.add(event.row(1L + runs * 10L, rows.size()));
        }
        new BronzeWriter(Fields.TABLE, lake).write(rows);
    }

    private CompactedUnit.Swapped compact() {
        return (CompactedUnit.Swapped) new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run" + runs++)
                .next(Silver.DAY, Silver.TABLE, Extent.ALL)
                .orElseThrow();
    }

    /// Event ids of the silver that counts.
    private List<String> silver() {
        Manifest manifest = new Manifests(lake).read(Silver.DAY).manifest();
        List<LakeObject> objects = manifest.live().stream()
                .flatMap(live -> lake.list(live.key()).stream())
                .toList();
        return Silver.rows(lake, objects).stream()
                .map(row -> Silver.text(row, "event_id"))
                .sorted()
                .toList();
    }
}
