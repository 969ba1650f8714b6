package dev.weir.privacy;

import static dev.weir.privacy.People.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Places of the lake that nobody who reads it would look at, and where people are erased all the same.
class HiddenPlacesTest {

    private static final String BEFORE = "2026-02-08T14:00:00Z";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office(folder);
    }

    @Test
    void aPartitionThatNoCatalogListsIsExaminedToo() {
        office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
        String listed = office.lake.objects.firstKey();
        String hidden = "bronze/product=" + People.PRODUCT + "/retention=former/dt=1999-12-31/odd.parquet";
        office.lake.put(hidden, office.lake.at(listed).content());
        office.lake.delete(listed);
        office.request("r", 1);

        office.work();

        assertThat(office.rows(1)).isZero();
        assertThat(office.rows(2)).isEqualTo(1);
        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void someoneInOldVersionsAloneIsGoneFromThere() {
        office.land(1, event(1, "a", BEFORE));
        office.land(2, event(2, "b", BEFORE));
        String first = office.lake.objects.firstKey();
        office.lake.put(first, office.lake.at(office.lake.objects.lastKey()).content());
        assertThat(office.lake.old).isNotEmpty();
        assertThat(office.rows(1)).isZero();
        office.request("r", 1);

        office.work();

        assertThat(office.lake.old).isEmpty();
        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
        assertThat(office.evidence().getFirst().at("/totals/versions_removed").asInt())
                .isEqualTo(1);
    }
}
