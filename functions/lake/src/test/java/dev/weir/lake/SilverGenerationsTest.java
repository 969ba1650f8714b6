package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.SilverColumns;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Silver of format 1, in which every event id is text, beside that of today, which has UUIDs as bytes. The file
/// of format 1 is one that was written then: three events of user 7, one of user 8, one of nobody.
class SilverGenerationsTest {

    private static final String FIRST = "019c28c9-5531-7800-801b-19e6ba3cdc0e";
    private static final String SECOND = "019c28c9-5531-7800-801b-19e6ba3cdc0f";
    private static final String NOBODYS = "019c28c9-5531-7800-801b-19e6ba3cdc10";
    private static final String NEW = "019c28c9-5531-7800-801b-19e6ba3cdc11";
    private static final String CAPITALS = "019C28C9-5531-7800-801B-19E6BA3CDC0E";
    private static final String OLD_KEY = Silver.DAY.silver("standard") + "old-0.parquet";
    private static final String IDS =
            "select coalesce(event_id, cast(cast(hex(event_id_uuid) as uuid) as varchar)) from FILES";

    private final MemoryLake lake = new MemoryLake();
    private int runs;

    @TempDir
    Path folder;

    @BeforeEach
    void aRunOfFormatOne() throws IOException {
        try (InputStream file = SilverGenerationsTest.class.getResourceAsStream("silver-format-1.parquet")) {
            byte[] bytes = Objects.requireNonNull(file).readAllBytes();
            lake.put(OLD_KEY, new ObjectContent(bytes, "application/vnd.apache.parquet", Map.of("rows", "5")));
            Manifest.Live live = new Manifest.Live(OLD_KEY, "old", 0, 5, bytes.length);
            Manifest manifest = new Manifest(List.of(live), List.of());
            lake.put(Silver.DAY.manifest(), new ObjectContent(manifest.json(), "application/json", Map.of()));
        }
        lake.pass(Duration.ofDays(2));
    }

    private void merge(EventBuilder... late) {
        List<BronzeRow> rows = new ArrayList<>();
        for (EventBuilder event : late) {
            rows.add(event.row(9, rows.size()));
        }
        new BronzeWriter(Fields.TABLE, lake).write(rows);
        Compaction compaction = new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run" + runs++);
        while (compaction.next(Silver.DAY, Silver.TABLE, Extent.ALL).isPresent()) {
            // until the day is one run
        }
    }

    private List<LakeObject> live() {
        return new Manifests(lake)
                .read(Silver.DAY).manifest().live().stream()
                        .flatMap(object -> lake.list(object.key()).stream())
                        .toList();
    }

    private List<String> ids() {
        return Silver.rows(lake, live()).stream()
                .map(row -> Silver.text(row, "event_id"))
                .toList();
    }

    @Test
    void theOldOneIsRead() {
        assertThat(ids()).containsExactly(NOBODYS, CAPITALS, FIRST, SECOND, "order-17");
    }

    @Test
    void anEventThatBothHaveIsOne() throws IOException {
        merge(
                event(FIRST).of(IdentityKind.USER, 7),
                event(CAPITALS).of(IdentityKind.USER, 7),
                event(NEW).of(IdentityKind.USER, 7));

        assertThat(ids()).containsExactly(NOBODYS, CAPITALS, FIRST, SECOND, NEW, "order-17");
        Lake files = new Lake(folder);
        for (LakeObject object : live()) {
            files.add(object.key(), lake.get(object.key()).orElseThrow().bytes());
        }
        assertThat(files.select(IDS).stream().map(List::getFirst))
                .as("in order, and DuckDB has them too")
                .containsExactly(NOBODYS, CAPITALS, FIRST, SECOND, NEW, "order-17");
        assertThat(files.select("select count(event_id), count(event_id_uuid) from FILES"))
                .containsExactly(List.of("2", "4"));
    }

    @Test
    void theDoctorFindsTheSameEventInBoth() {
        new BronzeWriter(Fields.TABLE, lake)
                .write(List.of(event(FIRST).of(IdentityKind.USER, 7).row(9, 0)));
        new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run")
                .next(Silver.DAY, Silver.TABLE, Extent.HOURS);
        ExpectedLake expected = new ExpectedLake(
                Fields.ENVELOPE,
                new SilverColumns(Map.of("ott-streaming", Silver.COLUMNS)),
                Map.of("ott-streaming", new ExpectedLake.Events(Set.of("playback.started"), Set.of("standard"))));

        List<LakeFinding> findings =
                new LakeDoctor(lake, expected, CompactionRules.DEFAULT, lake.clock()).examine(new ArrayList<>()::add);

        assertThat(findings).extracting(LakeFinding::rule).containsExactly(LakeFinding.Rule.DOUBLED);
    }

    @Test
    void aPersonIsErasedFromBoth() {
        merge(event(NEW).of(IdentityKind.USER, 7), event("other").of(IdentityKind.USER, 9));
        ObjectEraser eraser = new ObjectEraser(lake, name -> false);
        Sought person = new Sought.Person(Set.of(new Pseudonym(7, 7)), Instant.parse("2026-03-01T00:00:00Z"));

        for (LakeObject object : List.of(lake.list(OLD_KEY).getFirst(), live().getFirst())) {
            eraser.erase(object, List.of(person), intent -> {});
        }

        assertThat(ids()).containsExactly(NOBODYS, "order-17", "other");
        assertThat(Silver.rows(lake, lake.list(OLD_KEY)).stream().map(row -> Silver.text(row, "event_id")))
                .containsExactly(NOBODYS, "order-17");
    }

    @Test
    void identitiesGoFromTheOldOneWhichIsOfTodaysFormatThen() {
        Anonymiser anonymiser = new Anonymiser(Silver.TABLE, name -> false);
        ParquetObject old = new ParquetObject(lake, lake.list(OLD_KEY).getFirst());

        try (SilverFile file = new AnonymousFile(old, Silver.TABLE, anonymiser, 2).written()) {
            lake.put(OLD_KEY, new ObjectContent(file.finish(), "application/vnd.apache.parquet", Map.of()));
        }

        assertThat(ids())
                .containsExactly(CAPITALS, FIRST, SECOND, NOBODYS, "order-17")
                .isSorted();
        assertThat(new ParquetObject(lake, lake.list(OLD_KEY).getFirst()).metadata())
                .containsEntry("weir.format", "2")
                .containsEntry("weir.run", "run");
    }
}
