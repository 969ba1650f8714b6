package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import dev.weir.lake.IdentityRemoval.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityRemovalTest {

    private static final String NAME = new Pseudonym(1, 1).hex();
    private static final String OTHER = new Pseudonym(7, 7).hex();
    private static final String IDENTITIES =
            "select count(*) from FILES where subject is not null or user_id is not null or device_id is not null";

    private final VersionedLake lake = new VersionedLake();
    private final IdentityRemoval removal = new IdentityRemoval(lake, Silver.TABLE, name -> false);

    @TempDir
    Path folder;

    @Test
    void noIdentityIsLeft() throws IOException {
        silver(
                event("a").of(IdentityKind.USER, 1).of(IdentityKind.DEVICE, 2),
                event("b").of(IdentityKind.DEVICE, 3));
        assertThat(files("before").select(IDENTITIES)).containsExactly(List.of("2"));

        assertThat(removal.remove(object())).isEqualTo(Outcome.REMOVED);

        assertThat(files("after").select(IDENTITIES)).containsExactly(List.of("0"));
        assertThat(lake.get(object().key()).orElseThrow().bytes())
                .as("neither in statistics nor anywhere else")
                .satisfies(bytes -> assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\1"));
    }

    @Test
    void everyOtherColumnStays() throws IOException {
        silver(
                event("a").of(IdentityKind.USER, 1).json("{\"title\":\"t\",\"count\":3,\"price\":1.5,\"gift\":true}"),
                event("b").of(IdentityKind.USER, 2).json("{\"parts\":[1,{\"x\":2}],\"rest\":{\"y\":\"z\"}}"),
                event("c").tags("no_ads").context("market", "se").clientTime("2026-02-08T14:00:00Z"));
        String rest = "select row from (select * exclude (subject, user_id, device_id) from FILES) as row order by 1";
        List<List<String>> before = files("before").select(rest);

        removal.remove(object());

        assertThat(files("after").select(rest)).isEqualTo(before).hasSize(3);
    }

    @Test
    void codecSchemaAndFooterStay() {
        silver(event("a").of(IdentityKind.USER, 1));
        ParquetObject before = new ParquetObject(lake, object());

        removal.remove(object());

        ParquetObject after = new ParquetObject(lake, object());
        assertThat(after.file().getSchema()).isEqualTo(before.file().getSchema());
        assertThat(after.metadata()).isEqualTo(before.metadata());
        assertThat(after.groups().getFirst().getColumns())
                .allMatch(column -> column.getCodec() == CompressionCodecName.ZSTD);
    }

    @Test
    void rowsAreInTheLakesOrderAgainSoThatNeighboursAreStrangers() throws IOException {
        silver(
                event("d").of(IdentityKind.USER, 1),
                event("b").of(IdentityKind.USER, 2),
                event("c").of(IdentityKind.USER, 1),
                event("a").of(IdentityKind.USER, 2));
        assertThat(files("before").select("select event_id from FILES"))
                .containsExactly(List.of("c"), List.of("d"), List.of("a"), List.of("b"));

        removal.remove(object());

        assertThat(files("after").select("select event_id from FILES"))
                .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
    }

    @Test
    void largeObjectsAreSortedInPasses() throws IOException {
        EventBuilder[] many = new EventBuilder[25];
        for (int row = 0; row < many.length; row++) {
            many[row] = event("e%02d".formatted(row * 7 % 25)).of(IdentityKind.USER, row % 5);
        }
        silver(many);
        Anonymiser anonymiser = new Anonymiser(Silver.TABLE, name -> false);

        byte[] bytes;
        try (SilverFile file =
                new AnonymousFile(new ParquetObject(lake, object()), Silver.TABLE, anonymiser, 4).written()) {
            bytes = file.finish().bytes();
        }

        List<List<String>> ids =
                new Lake(folder.resolve("passes")).add("file.parquet", bytes).select("select event_id from FILES");
        assertThat(ids.stream().map(List::getFirst)).hasSize(25).isSorted();
    }

    @Test
    void theOwnNameIsMaskedWhereverPropertiesHaveIt() throws IOException {
        silver(
                event("a").of(IdentityKind.USER, 1).property("title", "of " + NAME + "."),
                event("b").of(IdentityKind.USER, 1).json("{\"parts\":[\"" + NAME + "\"],\"rest\":\"" + NAME + "\"}"),
                event("c").of(IdentityKind.USER, 1).property("title", OTHER));

        removal.remove(object());

        assertThat(files("after").select("select title_text, parts_json, properties from FILES order by event_id"))
                .containsExactly(
                        List.of("of [identifier].", "null", "null"),
                        List.of("null", "[\"[identifier]\"]", "{\"rest\":\"[identifier]\"}"),
                        List.of(OTHER, "null", "null"));
    }

    @Test
    void everyNameIsMaskedInEventsThatMayNameOthers() throws IOException {
        IdentityRemoval knowing = new IdentityRemoval(lake, Silver.TABLE, "playback.started"::equals);
        silver(
                event("a").of(IdentityKind.USER, 1).property("title", OTHER),
                event("b").json("{\"x\":12345678901234567890123456789012,\"y\":\"\\\"" + OTHER + "\"}"));

        knowing.remove(object());

        assertThat(files("after").select("select title_text, properties from FILES order by event_id"))
                .containsExactly(
                        List.of("[identifier]", "null"),
                        List.of("null", "{\"x\":12345678901234567890123456789012,\"y\":\"\\\"[identifier]\"}"));
    }

    @Test
    void itIsDoneOnceAndKnownToBe() {
        silver(event("a").of(IdentityKind.USER, 1));
        assertThat(removal.isDue(object())).isTrue();
        removal.remove(object());
        LakeObject done = object();

        assertThat(removal.isDue(done)).isFalse();
        assertThat(removal.remove(done)).isEqualTo(Outcome.DONE);
        assertThat(object()).isEqualTo(done);
        assertThat(lake.head(done.key()).orElseThrow()).containsEntry("rows", "1");
    }

    @Test
    void anObjectThatSomebodyElseChangesIsLeftAlone() {
        silver(event("a").of(IdentityKind.USER, 1));
        LakeObject listed = object();
        ObjectContent content = lake.content(listed.key());
        int calls = lake.calls();
        removal.remove(listed);
        int needed = lake.calls() - calls;

        for (int call = 0; call < needed; call++) {
            lake.now.put(listed.key(), content);
            LakeObject again = object();
            lake.now.meanwhile(call, () -> lake.now.put(again.key(), content));

            assertThat(removal.remove(again)).isEqualTo(Outcome.OVERTAKEN);
            assertThat(lake.content(again.key())).isSameAs(content);
        }
    }

    @Test
    void dyingAtAnyCallAndDoingItAgainLeavesTheSame() throws IOException {
        silver(event("a").of(IdentityKind.USER, 1), event("b").of(IdentityKind.USER, 2));
        ObjectContent content = lake.content(object().key());
        int calls = lake.calls();
        removal.remove(object());
        int needed = lake.calls() - calls - 1;

        for (int call = 0; call < needed; call++) {
            for (boolean done : new boolean[] {false, true}) {
                lake.now.put(object().key(), content);
                LakeObject listed = object();
                lake.crash(call, done);
                assertThatThrownBy(() -> removal.remove(listed)).isInstanceOf(LakeUnavailable.class);
                removal.remove(object());

                assertThat(removal.isDue(object())).isFalse();
            }
        }
        assertThat(files("after").select(IDENTITIES)).containsExactly(List.of("0"));
    }

    @Test
    void anObjectThatIsGoneIsDone() {
        silver(event("a"));
        LakeObject listed = object();
        lake.delete(listed.key());

        assertThat(removal.isDue(listed)).isFalse();
        assertThat(removal.remove(listed)).isEqualTo(Outcome.DONE);
    }

    private LakeObject object() {
        return lake.now.list("silver/").getFirst();
    }

    private void silver(EventBuilder... events) {
        List<BronzeRow> rows = new ArrayList<>();
        for (EventBuilder event : events) {
            rows.add(event.row(1, rows.size()));
        }
        new BronzeWriter(Fields.TABLE, lake).write(rows);
        new Compaction(lake, CompactionRules.DEFAULT, lake.now.clock(), () -> "run")
                .next(Silver.DAY, Silver.TABLE, Extent.ALL);
    }

    private Lake files(String name) throws IOException {
        byte[] bytes = lake.now.get(object().key()).orElseThrow().bytes();
        return new Lake(folder.resolve(name)).add("file.parquet", bytes);
    }
}
