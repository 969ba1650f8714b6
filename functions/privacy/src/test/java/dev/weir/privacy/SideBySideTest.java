package dev.weir.privacy;

import static dev.weir.privacy.People.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.lake.LakeUnavailable;
import dev.weir.privacy.MemoryObjects.Death;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Objects that are examined at the same time.
class SideBySideTest {

    private static final int AT_ONCE = 4;
    private static final int OBJECTS = 20;

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = filled(new Office(folder.resolve("fast"), AT_ONCE));
    }

    private static Office filled(Office office) {
        for (int object = 1; object <= OBJECTS; object++) {
            office.land(
                    object,
                    event(1 + object % 3, "a" + object, "2026-02-08T14:00:00Z"),
                    event(9, "b" + object, "2026-02-08T14:00:00Z"));
        }
        office.request("r", 1);
        return office;
    }

    @Test
    void nobodyWaitsForTheStorageAlone() {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        Set<String> begun = ConcurrentHashMap.newKeySet();
        office.lake.beforeEachRead(object -> meet(together, begun.add(object.key())));

        office.work();

        assertThat(begun).hasSize(OBJECTS);
        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void evidenceIsThatOfOneAfterTheOther() throws Exception {
        Office slow = filled(new Office(folder.resolve("slow"), 1));
        slow.work();

        office.work();

        assertThat(objects(office)).hasSize(OBJECTS).isEqualTo(objects(slow));
        assertThat(office.rows(1)).isZero();
    }

    @Test
    void whoDiesAmongTheOthersIsMadeUpForByTheNextRun() {
        int calls = 0;
        while (dies(calls)) {
            calls += 7;
        }

        office.work();

        assertThat(calls).isGreaterThan(OBJECTS);
        assertThat(office.rows(1)).isZero();
        assertThat(office.rows(9)).isEqualTo(OBJECTS);
        JsonNode evidence = office.evidence().getLast();
        assertThat(evidence.path("status").asText()).isEqualTo("complete");
        assertThat(evidence.at("/totals/objects_examined").asInt()).isEqualTo(OBJECTS);
    }

    private static List<String> objects(Office office) {
        List<String> keys = new ArrayList<>();
        office.evidence()
                .getFirst()
                .path("objects")
                .forEach(object -> keys.add(object.path("key").asText()));
        return keys;
    }

    private boolean dies(int calls) {
        office.fate.strike(calls, true);
        try {
            office.work();
            return false;
        } catch (Death expected) {
            return true;
        } finally {
            office.fate.strike(-1, false);
        }
    }

    private static void meet(CyclicBarrier together, boolean first) {
        try {
            if (first) {
                together.await(20, TimeUnit.SECONDS);
            }
        } catch (BrokenBarrierException | TimeoutException alone) {
            throw new LakeUnavailable("nobody else is reading", alone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
