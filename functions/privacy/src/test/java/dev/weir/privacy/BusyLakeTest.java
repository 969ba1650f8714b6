package dev.weir.privacy;

import static dev.weir.privacy.People.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.lake.Suppressions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Erasures while others go on.
class BusyLakeTest {

    private static final String BEFORE = "2026-02-08T14:00:00Z";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office(folder);
        office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
        office.request("r", 1);
    }

    @Test
    void aProductThatNeverStopsLandingIsDoneWithAllTheSame() {
        AtomicInteger landed = new AtomicInteger(1);
        office.lake.beforeEachList(landing(landed));

        office.work();

        assertThat(landed).hasValueGreaterThan(3);
        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
        assertThat(office.rows(1)).isZero();
    }

    /// Landing may list, too.
    private Runnable landing(AtomicInteger landed) {
        return () -> {
            office.lake.beforeEachList(() -> {});
            int batch = landed.incrementAndGet();
            office.land(batch, event(3, "c" + batch, BEFORE));
            office.lake.beforeEachList(landing(landed));
        };
    }

    @Test
    void nobodyComesBackWhileARequestIsClosed() {
        office.work();
        office.pass(Duration.ofHours(25));
        office.lake.beforeEachRead(object -> office.land(2, event(1, "again", BEFORE)));

        office.workOnce();

        assertThat(office.evidence().getLast().path("phase").asText()).isEqualTo("closing");
        office.lake.beforeEachRead(object -> {});
        assertThat(office.rows(1)).isZero();
        assertThat(new Suppressions(office.lake).read()).isEmpty();
    }
}
