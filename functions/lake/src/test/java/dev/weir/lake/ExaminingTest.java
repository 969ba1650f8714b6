package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is read of an object of silver to find whether somebody is in it.
class ExaminingTest {

    private static final int ROWS = 45_000;
    private static final int PEOPLE = 500;
    private static final Instant LATER = Instant.parse("2026-02-09T00:00:00Z");

    private final MemoryLake lake = new MemoryLake();
    private final ObjectEraser eraser = new ObjectEraser(lake, name -> false);
    private LakeObject object;

    @BeforeEach
    void compact() {
        Random random = new Random(3);
        List<BronzeRow> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            long person = 2L * (1 + random.nextInt(PEOPLE));
            rows.add(event(new UUID(random.nextLong(), random.nextLong()).toString())
                    .of(IdentityKind.USER, person)
                    .of(IdentityKind.DEVICE, 1_000_000 + person)
                    .row(row, 0));
        }
        new BronzeWriter(Fields.TABLE, lake).write(rows);
        assertThat(new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run")
                        .next(Silver.DAY, Silver.TABLE, Extent.ALL))
                .isPresent();
        object = lake.list("silver/").getFirst();
        lake.bytesRead = 0;
    }

    @Test
    void ofSomeoneBetweenOthersNothingIsReadButTheFooterTheFiltersAndTheNames() {
        long names = size("subject") + size("user_id") + size("device_id");
        lake.bytesRead = 0;

        long left = erase(2 * 251 + 1).rowsAfter();

        assertThat(left).isEqualTo(ROWS);
        assertThat(names).isLessThan(object.size() / 10);
        assertThat(lake.bytesRead).isLessThan(256 * 1024 + names + 32 * 1024).isLessThan(object.size() / 2);
    }

    @Test
    void ofSomeoneBeyondAllOthersNothingIsReadButTheFooterAndWhichEventsThereAre() {
        erase(9_000_000);

        assertThat(lake.bytesRead).isBetween(256 * 1024L, 257 * 1024L);
    }

    @Test
    void someoneInOneRowGroupIsFoundWithoutReadingTheOthers() {
        ErasedObject erased = erase(2);

        assertThat(erased.rowsAfter()).isBetween(ROWS - 200L, ROWS - 20L);
        assertThat(erased.groupsRewritten()).isEqualTo(1);
        assertThat(erased.groupsCopied()).isEqualTo(2);
    }

    private ErasedObject erase(long person) {
        Sought sought = new Sought.Person(Set.of(new Pseudonym(person, person)), LATER);
        return eraser.erase(object, List.of(sought), plan -> {}).orElseThrow();
    }

    private long size(String column) {
        return new ParquetObject(lake, object)
                .groups().stream()
                        .flatMap(group -> group.getColumns().stream())
                        .filter(chunk -> chunk.getPath().toDotString().equals(column))
                        .mapToLong(chunk -> chunk.getTotalSize())
                        .sum();
    }
}
