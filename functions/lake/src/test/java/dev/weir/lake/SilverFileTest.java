package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.IdentityKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is in a silver object, as its footer, our reader and DuckDB have it.
class SilverFileTest {

    private static final String EMOJI = "Crème 🎬👨‍👩‍👧 \"quoted\" \\ 漢字";

    @TempDir
    Path folder;

    private final MemoryLake lake = new MemoryLake();
    private int runs;

    @BeforeEach
    void later() {
        lake.pass(Duration.ofDays(30));
    }

    @Test
    void everyKindOfValueIsInItsColumnAndNowhereElse() throws IOException {
        String json = """
                {"title": "%s", "count": -12, "price": 12.5, "gift": true, "at": "2026-02-08T14:30:00.120Z",
                 "on": "2026-02-08", "parts": [{"a": 1.0}, null]}
                """.formatted(EMOJI.replace("\\", "\\\\").replace("\"", "\\\""));

        Lake silver = compacted(event("e").json(json).row(1, 0));

        assertThat(silver.select("select title_text, count_int, price_double, gift_bool, at_time, on_date, parts_json,"
                        + " properties from FILES"))
                .containsExactly(List.of(
                        EMOJI,
                        "-12",
                        "12.5",
                        "true",
                        "2026-02-08T14:30:00.120Z",
                        "2026-02-08",
                        "[{\"a\":1.0},null]",
                        "null"));
        assertThat(silver.select("select column_type from (describe from FILES) limit 7 offset 28"))
                .containsExactly(
                        List.of("VARCHAR"),
                        List.of("BIGINT"),
                        List.of("DOUBLE"),
                        List.of("BOOLEAN"),
                        List.of("TIMESTAMP WITH TIME ZONE"),
                        List.of("DATE"),
                        List.of("JSON"));
    }

    @Test
    void whatAColumnCannotHoldExactlyStaysInTheJsonAsItWas() throws IOException {
        String json = """
                {"title":null,"count":9223372036854775808,"price":1.50,"gift":"yes","at":"2026-02-08T14:30:00+01:00",\
                "on":"2026-02-30","parts":null,"other":{"a":[1.10]}}""";

        Lake silver = compacted(event("e").json(json).row(1, 0));

        assertThat(silver.select("select column_name from (describe from FILES)"
                        + " where regexp_matches(column_name, '_(text|int|double|bool|time|date|json)$')"))
                .as("columns that no row has are not there")
                .containsExactly(List.of("price_double"));
        assertThat(silver.select("select price_double from FILES")).containsExactly(List.of("1.5"));
        assertThat(silver.select("select properties from FILES"))
                .containsExactly(
                        List.of(
                                "{\"title\":null,\"count\":9223372036854775808,\"gift\":\"yes\","
                                        + "\"at\":\"2026-02-08T14:30:00+01:00\",\"on\":\"2026-02-30\",\"parts\":null,\"other\":{\"a\":[1.1]}}"));
    }

    @Test
    void tellsAbsentFromEmptyAndKeepsAHundredKilobytes() throws IOException {
        String long100 = "🎬é".repeat(100 * 1024 / 6);

        Lake silver = compacted(
                event("a").property("title", "").row(1, 0),
                event("b").row(2, 0),
                event("c").property("title", long100).tags("no_ads").row(3, 0));

        assertThat(silver.select("select title_text, tags, properties from FILES order by event_id"))
                .containsExactly(
                        List.of("", "[]", "null"), List.of("null", "[]", "null"), List.of(long100, "[no_ads]", "null"));
    }

    @Test
    void textThatReadersStumbleOverStaysInTheJson() throws IOException {
        Lake silver = compacted(event("a").property("title", "a\0b").row(1, 0));

        assertThat(silver.select("select properties from FILES")).containsExactly(List.of("{\"title\":\"a\\u0000b\"}"));
        assertThat(silver.select("select column_name from (describe from FILES) where column_name = 'title_text'"))
                .isEmpty();
    }

    @Test
    void aColumnThatBeginsLateIsAbsentBefore() throws IOException {
        BronzeRow[] rows = many(20_005);
        List<BronzeRow> more = new ArrayList<>(List.of(rows));
        more.add(event("z").of(IdentityKind.USER, -1).property("title", "last").row(20_005, 0));
        more.add(event("z2").of(IdentityKind.USER, -1).row(20_006, 0));

        Lake silver = compacted(more.toArray(BronzeRow[]::new));

        assertThat(silver.select("select event_id, title_text from FILES where title_text is not null"))
                .containsExactly(List.of("z", "last"));
        assertThat(silver.select("select count(*), count(distinct event_id) from FILES"))
                .containsExactly(List.of("20007", "20007"));
        assertThat(silver.select("select stats_null_count from parquet_metadata(FILES)"
                        + " where path_in_schema = 'title_text' order by row_group_id"))
                .containsExactly(List.of("20000"), List.of("6"));
    }

    @Test
    void dictionariesHaveEachTextOnceAndGiveWayWhereThereAreTooMany() throws IOException {
        int few = 3_000;
        List<BronzeRow> rows = new ArrayList<>();
        for (int row = 0; row < 2 * few; row++) {
            String title = "t".repeat(500) + row % few;
            rows.add(event("e%05d".formatted(row))
                    .property("title", title)
                    .context("market", "m" + row % 7)
                    .row(row, 0));
        }

        Lake silver = compacted(rows.toArray(BronzeRow[]::new));

        assertThat(silver.select("select count(*) from FILES where title_text = repeat('t', 500)"
                        + " || cast(cast(event_id[2:] as integer) % 3000 as varchar)"
                        + " and market = 'm' || cast(cast(event_id[2:] as integer) % 7 as varchar)"))
                .containsExactly(List.of("6000"));
        assertThat(silver.select("select encodings from parquet_metadata(FILES) where path_in_schema = 'market'"))
                .allSatisfy(row -> assertThat(row.getFirst()).contains("PLAIN_DICTIONARY"));
        assertThat(silver.select("select encodings from parquet_metadata(FILES) where path_in_schema = 'title_text'"))
                .allSatisfy(row -> assertThat(row.getFirst()).doesNotContain("DICTIONARY"));
    }

    @Test
    void hasSortedRowGroupsOfTwentyThousandRowsAndABloomFilterInEach() throws IOException {
        Lake silver = compacted(many(21_000));

        assertThat(silver.select("select distinct row_group_num_rows from parquet_metadata(FILES) order by 1"))
                .containsExactly(List.of("1000"), List.of("20000"));
        assertThat(
                        silver.select(
                                "select bool_and(bloom_filter_length > 0), bool_and(dictionary_page_offset is null),"
                                        + " bool_and(compression = 'ZSTD') from parquet_metadata(FILES) where path_in_schema = 'subject'"))
                .containsExactly(List.of("true", "true", "true"));
        assertThat(silver.select("select count(*) from (select subject, lag(subject) over () as before from FILES)"
                        + " where subject < before"))
                .containsExactly(List.of("0"));
        assertThat(silver.select("select count(*) > 0 from parquet_bloom_probe(FILES, 'subject', '\\xAA\\xBB'::blob)"
                        + " where bloom_filter_excludes"))
                .containsExactly(List.of("true"));
        assertThat(silver.select("select max(bloom_filter_length) <= 8192 from parquet_metadata(FILES)"))
                .containsExactly(List.of("true"));
        assertThat(silver.select("select distinct stats_min from parquet_metadata(FILES)"
                        + " where path_in_schema = 'properties'"))
                .containsExactly(List.of("null"));
    }

    @Test
    void columnsOfAnEarlierCatalogGoBackToTheJson() {
        compact(event("e")
                .json("{\"title\":\"a\\\"b\",\"count\":7,\"at\":\"2026-02-08T14:30:00.120Z\",\"x\":1}")
                .row(1, 0));
        SilverTable later = new SilverTable(Fields.ENVELOPE, List.of(Silver.COLUMNS.get(1)));

        LakeRow row = new RowReader(new ParquetObject(lake, lake.list("silver/").getFirst()), later).next();

        assertThat(row.cells[later.position("count_int")]).isEqualTo(7L);
        assertThat(row.cells[later.position("properties")])
                .isEqualTo(Binary.fromString("{\"x\":1,\"title\":\"a\\\"b\",\"at\":\"2026-02-08T14:30:00.120Z\"}"));
    }

    private static BronzeRow[] many(int count) {
        Random random = new Random(7);
        List<BronzeRow> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(event("e" + random.nextInt(1_000_000_000) + "-" + row)
                    .of(IdentityKind.USER, random.nextInt(2_000))
                    .row(row, 0));
        }
        return rows.toArray(BronzeRow[]::new);
    }

    private void compact(BronzeRow... rows) {
        new BronzeWriter(Fields.TABLE, lake).write(List.of(rows));
        Compaction compaction = new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run" + runs++);
        assertThat(compaction.next(Silver.DAY, Silver.TABLE, Extent.HOURS)).isPresent();
    }

    private Lake compacted(BronzeRow... rows) throws IOException {
        compact(rows);
        Lake files = new Lake(folder);
        for (LakeObject object : lake.list("silver/")) {
            files.add(object.key(), lake.get(object.key()).orElseThrow().bytes());
        }
        return files;
    }
}
