package dev.weir.privacy;

import static dev.weir.privacy.People.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.privacy.MemoryObjects.Death;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work that takes several runs, of which any may die at any call.
class InterruptedTest {

    private static final String BEFORE = "2026-02-08T14:00:00Z";
    private static final int BATCHES = 9;

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office(folder);
    }

    @Test
    void aFileOfSeveralRunsHasEveryEventWheneverOneOfThemDies() throws Exception {
        boolean died = true;
        for (int call = 0; died; call++) {
            open();
            for (int batch = 1; batch <= BATCHES; batch++) {
                office.land(batch, event(1, "a" + batch, BEFORE));
            }
            office.request("r", 1, RequestType.ACCESS);
            office.tick(Office.RUN.dividedBy(4));
            office.fate.strike(call, true);

            died = runsUntilItIsOver();

            JsonNode evidence = office.evidence().getLast();
            assertThat(evidence.path("status").asText()).isEqualTo("complete");
            assertThat(evidence.at("/totals/events").asInt())
                    .as("call %d", call)
                    .isEqualTo(BATCHES);
        }
    }

    @Test
    void closingSaysWhatWasDoneWheneverItDies() throws Exception {
        boolean died = true;
        for (int call = 0; died; call++) {
            open();
            office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
            office.request("r", 1);
            office.work();
            office.pass(Duration.ofHours(25));
            office.fate.strike(call, true);

            died = runsUntilItIsOver();
            office.workOnce();

            JsonNode evidence = office.evidence().getLast();
            assertThat(evidence.path("phase").asText()).isEqualTo("closing");
            assertThat(evidence.at("/totals/rows_removed").asInt())
                    .as("call %d", call)
                    .isEqualTo(1);
            assertThat(office.requests.queue).isEmpty();
        }
    }

    @Test
    void oldVersionsAreRemovedAndCountedInAsManyRunsAsItTakes() {
        for (int batch = 1; batch <= BATCHES; batch++) {
            office.land(batch, event(2, "a" + batch, BEFORE));
        }
        for (String key : office.lake.objects.keySet().stream().toList()) {
            office.lake.put(key, office.lake.at(key).content());
        }
        office.request("r", 1);
        office.workOnce();
        office.pass(Duration.ofMinutes(2));
        office.tick(Office.RUN.dividedBy(6));

        Set<Long> left = new TreeSet<>();
        while (!office.request("r").progress().status().isOver()) {
            office.workOnce();
            left.add(office.lake.old.stream()
                    .filter(version -> version.key().startsWith("bronze/"))
                    .count());
        }

        assertThat(left).as("after each run").hasSizeGreaterThan(2).contains(0L);
        JsonNode evidence = office.evidence().getLast();
        assertThat(evidence.path("status").asText()).isEqualTo("complete");
        assertThat(evidence.at("/totals/versions_removed").asInt()).isGreaterThanOrEqualTo(BATCHES);
    }

    @Test
    void copiesOfTheStreamAreExaminedInAsManyRunsAsItTakes() {
        office.land(1, event(1, "a", BEFORE));
        for (int copy = 1; copy <= BATCHES; copy++) {
            office.quarantine.put("q" + copy, Office.quarantined(event(1, "q" + copy, BEFORE), event(2, "o", BEFORE)));
        }
        office.request("of access", 1, RequestType.ACCESS);
        office.tick(Office.RUN.dividedBy(6));
        while (!office.request("of access").progress().status().isOver()) {
            office.workOnce();
        }
        assertThat(office.request("of access").progress().result().rows()).isEqualTo(BATCHES + 1L);

        office.tick(Duration.ZERO);
        office.request("of erasure", 1);
        office.workOnce();
        office.pass(Duration.ofMinutes(2));
        office.tick(Office.RUN.dividedBy(6));
        while (!office.request("of erasure").progress().status().isOver()) {
            office.workOnce();
        }

        JsonNode evidence = office.evidence().getLast();
        assertThat(evidence.at("/totals/stream_copies_examined").asInt()).isEqualTo(BATCHES);
        assertThat(evidence.at("/totals/stream_copies_events_removed").asInt()).isEqualTo(BATCHES);
    }

    /// Whether one of the runs died.
    private boolean runsUntilItIsOver() {
        boolean died = false;
        for (int run = 0; run < 30; run++) {
            try {
                office.workOnce();
            } catch (Death expected) {
                died = true;
            }
        }
        office.fate.strike(-1, false);
        return died;
    }
}
