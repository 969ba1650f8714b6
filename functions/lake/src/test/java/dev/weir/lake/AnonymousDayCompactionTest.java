package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.IdentityKind;
import dev.weir.lake.Silver.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A day without identities, of which there are as many runs as are merged on any other: in each of them another person
/// has an event, always with the same id.
class AnonymousDayCompactionTest {

    private static final int PEOPLE = 16;
    private static final Expired NOTHING = Expired.nothing();
    private static final Expired IDENTITIES = new Expired(Set.of(), true);

    private final MemoryLake lake = new MemoryLake();
    private int runs;

    @BeforeEach
    void itIsLongAgo() {
        lake.pass(Duration.ofDays(60));
    }

    @ParameterizedTest
    @EnumSource(Extent.class)
    void itsRunsAreNotMerged(Extent extent) {
        runsWithoutIdentities();

        assertThat(compact(extent, IDENTITIES)).isFalse();
        assertThat(seen()).hasSize(PEOPLE);
    }

    @Test
    void onAnotherDayTheyWouldBeAndPeopleLoseTheirEvents() {
        runsWithoutIdentities();

        assertThat(compact(Extent.HOURS, NOTHING)).isTrue();
        assertThat(seen()).hasSizeLessThan(PEOPLE);
    }

    @Test
    void bronzeThatComesLateIs() {
        runsWithoutIdentities();
        land(PEOPLE + 1);

        assertThat(compact(Extent.HOURS, IDENTITIES)).isTrue();
        assertThat(compact(Extent.HOURS, IDENTITIES)).isFalse();
        assertThat(seen()).hasSize(PEOPLE + 1);
    }

    private void runsWithoutIdentities() {
        for (int person = 1; person <= PEOPLE; person++) {
            land(person);
            compact(Extent.HOURS, IDENTITIES);
        }
        IdentityRemoval removal = new IdentityRemoval(lake, Silver.TABLE, name -> false);
        lake.list("silver/").forEach(removal::remove);
    }

    private void land(int person) {
        new BronzeWriter(Fields.TABLE, lake)
                .write(List.of(event("same").of(IdentityKind.USER, person).row(person, 0)));
    }

    private boolean compact(Extent extent, Expired expired) {
        return new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run" + runs++)
                .next(Silver.DAY, Silver.TABLE, extent, expired)
                .isPresent();
    }

    private List<Seen> seen() {
        return Silver.seen(lake, new Manifests(lake).read(Silver.DAY).manifest());
    }
}
