package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectEraserTest {

    private static final Instant LATER = Instant.parse("2026-02-09T00:00:00Z");
    private static final String ROWS = "select event_id from FILES order by 1";

    private final MemoryLake lake = new MemoryLake();
    private final ObjectEraser eraser = new ObjectEraser(lake, event -> true);

    @TempDir
    Path folder;

    @Test
    void erasesThePersonAndNobodyElse() throws IOException {
        bronze(event("a").of(IdentityKind.USER, 1), event("b").of(IdentityKind.USER, 2), event("c"));

        ErasedObject erased = erase(person(1));

        assertThat(erased.matched()).containsExactly(1L);
        assertThat(erased.rowsBefore()).isEqualTo(3);
        assertThat(erased.rowsAfter()).isEqualTo(2);
        assertThat(files().select(ROWS)).containsExactly(List.of("b"), List.of("c"));
    }

    @Test
    void findsThePersonInEveryIdentity() throws IOException {
        bronze(
                event("a").of(IdentityKind.USER, 2).of(IdentityKind.DEVICE, 1),
                event("b").of(IdentityKind.DEVICE, 1),
                event("e").of(IdentityKind.USER, 2));

        erase(person(1));

        assertThat(files().select(ROWS)).containsExactly(List.of("e"));
    }

    @Test
    void findsThePersonInPropertiesAlone() throws IOException {
        String name = new Pseudonym(1, 1).hex();
        bronze(
                event("a").property("seller", name),
                event("b").json("{\"x\":[{\"y\":\"to " + name + ".\"}]}"),
                event("c"));

        erase(person(1));

        assertThat(files().select(ROWS)).containsExactly(List.of("c"));
    }

    @Test
    void findsThePersonInColumnsOfSilver() throws IOException {
        silver(
                event("a").property("title", new Pseudonym(1, 1).hex()),
                event("b").property("title", "film"));

        assertThat(erase(person(1)).matched()).containsExactly(1L);
        assertThat(files().select(ROWS)).containsExactly(List.of("b"));
    }

    @Test
    void leavesPropertiesUnreadOfEventsThatNameNobodyThere() {
        EventBuilder[] many = new EventBuilder[20];
        for (int row = 0; row < many.length; row++) {
            many[row] = event("e" + row).property("seller", new Pseudonym(1, 1).hex());
        }
        bronze(many);

        ObjectEraser knowing = new ObjectEraser(lake, name -> !name.equals("playback.started"));

        assertThat(knowing.erase(object(), List.of(person(1)), plan -> {})
                        .orElseThrow()
                        .isChanged())
                .isFalse();
    }

    @Test
    void keepsWhatWasReceivedAfterTheMoment() throws IOException {
        bronze(
                event("a").of(IdentityKind.USER, 1).at("2026-02-08T14:00:00.000Z"),
                event("b").of(IdentityKind.USER, 1).at("2026-02-08T14:00:00.001Z"));

        erase(new Sought.Person(Set.of(new Pseudonym(1, 1)), Instant.parse("2026-02-08T14:00:00Z")));

        assertThat(files().select(ROWS)).containsExactly(List.of("b"));
    }

    @Test
    void erasesATenant() throws IOException {
        bronze(event("a").tenant("acme"), event("b").tenant("other"));

        erase(new Sought.Tenant("acme", LATER));

        assertThat(files().select(ROWS)).containsExactly(List.of("b"));
    }

    @Test
    void countsForEachWhoIsSought() {
        bronze(
                event("a").of(IdentityKind.USER, 1).of(IdentityKind.DEVICE, 2),
                event("b").of(IdentityKind.USER, 1),
                event("c").of(IdentityKind.USER, 3));

        ErasedObject erased = eraser.erase(object(), List.of(person(1), person(2), person(9)), plan -> {})
                .orElseThrow();

        assertThat(erased.matched()).containsExactly(2L, 1L, 0L);
        assertThat(erased.rowsAfter()).isEqualTo(1);
    }

    @Test
    void anObjectWithoutARowLeftKeepsItsNameAndItsPlaceInTheStream() throws IOException {
        bronze(event("a").of(IdentityKind.USER, 1));

        erase(person(1));

        assertThat(files().select(ROWS)).isEmpty();
        assertThat(lake.head(object().key()).orElseThrow())
                .containsEntry("rows", "0")
                .containsEntry("last-sequence", "1");
        bronze(event("a").of(IdentityKind.USER, 1));
        assertThat(files().select(ROWS)).isEmpty();
    }

    @Test
    void copiesRowGroupsThatAreNotHitWithTheirIndexesAndBloomFilters() throws IOException {
        EventBuilder[] many = new EventBuilder[21_000];
        for (int row = 0; row < many.length; row++) {
            many[row] = event("e" + row)
                    .of(IdentityKind.USER, row + 1)
                    .tags(row % 3 == 0 ? new String[] {"x", "y"} : new String[0]);
        }
        silver(many);
        long before = object().size();
        List<List<String>> rest = files().select(everything("user_id <> unhex('00000000000000050000000000000005')"));

        ErasedObject erased = erase(person(5));

        assertThat(erased.groupsRewritten()).isEqualTo(1);
        assertThat(erased.groupsCopied()).isEqualTo(1);
        assertThat(files().select(everything("true"))).isEqualTo(rest);
        assertThat(files().select("select distinct row_group_num_rows from parquet_metadata(FILES) order by 1"))
                .containsExactly(List.of("1000"), List.of("19999"));
        assertThat(files().select("select bool_and(bloom_filter_length > 0) from parquet_metadata(FILES)"
                        + " where path_in_schema = 'subject'"))
                .containsExactly(List.of("true"));
        assertThat(files().select("select count(*) from (select subject, lag(subject) over () as before from FILES)"
                        + " where subject < before"))
                .containsExactly(List.of("0"));
        assertThat(object().size()).isBetween(before * 99 / 100, before * 101 / 100);
    }

    @Test
    void nothingOfThePersonIsLeftInTheBytes() {
        bronze(event("a").of(IdentityKind.USER, 0x0123456789abcdefL), event("b"));
        erase(new Sought.Person(Set.of(new Pseudonym(0x0123456789abcdefL, 0x0123456789abcdefL)), LATER));

        assertThat(latin(lake.get(object().key()).orElseThrow().bytes()))
                .doesNotContain(latin(new Pseudonym(0x0123456789abcdefL, 0x0123456789abcdefL).bytes()));
    }

    @Test
    void someoneUnknownChangesNothing() {
        bronze(event("a").of(IdentityKind.USER, 1));
        LakeObject before = object();

        ErasedObject erased = erase(person(7));

        assertThat(erased.isChanged()).isFalse();
        assertThat(erased.matched()).containsExactly(0L);
        assertThat(object()).isEqualTo(before);
    }

    @Test
    void anObjectThatIsChangedMeanwhileIsExaminedAgain() throws IOException {
        for (int call = 0; call < 12; call++) {
            lake.calm();
            lake.objects.clear();
            bronze(event("a").of(IdentityKind.USER, 1), event("b").of(IdentityKind.USER, 2), event("c"));
            LakeObject listed = object();
            lake.meanwhile(
                    call, () -> new ObjectEraser(lake, name -> true).erase(object(), List.of(person(2)), plan -> {}));

            eraser.erase(listed, List.of(person(1)), plan -> {});
            lake.calm();
            eraser.erase(object(), List.of(person(2)), plan -> {});

            assertThat(files().select(ROWS)).as("after call %d", call).containsExactly(List.of("c"));
        }
    }

    @Test
    void anObjectThatIsGoneIsNoTrouble() {
        bronze(event("a").of(IdentityKind.USER, 1));
        LakeObject listed = object();
        lake.delete(listed.key());

        assertThat(eraser.erase(listed, List.of(person(1)), plan -> {})).isEmpty();
    }

    @Test
    void whatIsNoParquetFileIsRefused() {
        lake.put(
                "bronze/product=p/dt=2026-02-08/hour=14/x.parquet",
                new ObjectContent(new byte[100], "x", java.util.Map.of()));

        assertThatThrownBy(() -> eraser.erase(object(), List.of(person(1)), plan -> {}))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContaining("is no Parquet file");
    }

    @Test
    void aCrashAtAnyCallLeavesTheOldObjectOrTheNew() throws IOException {
        for (int call = 0; call < 12; call++) {
            for (boolean done : new boolean[] {true, false}) {
                lake.calm();
                lake.objects.clear();
                bronze(event("a").of(IdentityKind.USER, 1), event("b").of(IdentityKind.USER, 2));
                LakeObject listed = object();
                lake.crash(call, done);
                try {
                    eraser.erase(listed, List.of(person(1)), plan -> {});
                } catch (LakeUnavailable crashed) {
                    lake.calm();
                    assertThat(files().select(ROWS)).contains(List.of("b"));
                }
                lake.calm();
                erase(person(1));
                assertThat(files().select(ROWS)).containsExactly(List.of("b"));
            }
        }
    }

    @Test
    void rowsOfSuppressedPeopleDoNotLandAndNamesStayTheSame() throws IOException {
        Suppression entry = new Suppression("ott-streaming", person(1), LATER);
        List<BronzeRow> rows =
                rows(event("a").of(IdentityKind.USER, 1), event("b").of(IdentityKind.USER, 2));
        BronzeWriter writer = new BronzeWriter(Fields.TABLE, lake);

        assertThat(writer.write(rows, List.of(entry)).suppressed()).isEqualTo(1);
        assertThat(writer.write(rows, List.of()).rows()).isZero();

        assertThat(files().select(ROWS)).containsExactly(List.of("b"));
    }

    @Test
    void aSuppressionOfAllRowsLeavesTheNameTaken() throws IOException {
        Suppression entry = new Suppression("ott-streaming", person(1), LATER);
        List<BronzeRow> rows = rows(event("a").of(IdentityKind.USER, 1));
        BronzeWriter writer = new BronzeWriter(Fields.TABLE, lake);

        writer.write(rows, List.of(entry));
        writer.write(rows, List.of());

        assertThat(files().select(ROWS)).isEmpty();
    }

    @Test
    void theListOfSuppressionsForgetsWhatHasEnded() {
        Suppressions list = new Suppressions(lake);
        Suppression first = new Suppression("p", person(1), Instant.parse("2026-02-09T00:00:00Z"));
        Suppression second =
                new Suppression("p", new Sought.Tenant("acme", LATER), Instant.parse("2026-02-11T00:00:00Z"));

        list.add(List.of(first), Instant.parse("2026-02-08T00:00:00Z"));
        list.add(List.of(first, second), Instant.parse("2026-02-08T00:00:00Z"));
        assertThat(list.read()).containsExactly(first, second);
        list.add(List.of(), Instant.parse("2026-02-10T00:00:00Z"));

        assertThat(list.read()).containsExactly(second);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Sought person(long name) {
        return new Sought.Person(Set.of(new Pseudonym(name, name)), LATER);
    }

    private ErasedObject erase(Sought sought) {
        return eraser.erase(object(), List.of(sought), plan -> {}).orElseThrow();
    }

    /// The one object of interest: silver if there is any.
    private LakeObject object() {
        List<LakeObject> silver = lake.list("silver/");
        return silver.isEmpty() ? lake.list("bronze/").getFirst() : silver.getFirst();
    }

    private static List<BronzeRow> rows(EventBuilder... events) {
        List<BronzeRow> rows = new ArrayList<>();
        for (EventBuilder event : events) {
            rows.add(event.row(1, rows.size()));
        }
        return rows;
    }

    private void bronze(EventBuilder... events) {
        new BronzeWriter(Fields.TABLE, lake).write(rows(events));
    }

    private void silver(EventBuilder... events) {
        bronze(events);
        assertThat(new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run")
                        .next(Silver.DAY, Silver.TABLE, Extent.ALL))
                .isPresent();
    }

    private Lake files() throws IOException {
        Lake files = new Lake(folder);
        return files.add("file.parquet", lake.get(object().key()).orElseThrow().bytes());
    }

    private static String everything(String condition) {
        return "select count(*), bit_xor(hash(row)) from FILES as row where " + condition;
    }
}
