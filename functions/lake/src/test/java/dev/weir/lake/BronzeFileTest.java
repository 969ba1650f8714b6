package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.IdentityKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BronzeFileTest {

    private static final String EMOJI = "Crème 🎬👨‍👩‍👧 \u0000 \"quoted\" \\ 漢字";

    @TempDir
    Path folder;

    @Test
    void runsWithoutHadoop() {
        assertThatThrownBy(() -> Class.forName("org.apache.hadoop.conf.Configuration"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void givesEveryColumnTheTypeOfItsField() throws IOException {
        List<List<String>> columns =
                written(event("e").row(1, 0)).select("select column_name, column_type from (describe from FILES)");

        assertThat(columns)
                .containsExactly(
                        List.of("event_id", "VARCHAR"),
                        List.of("event_name", "VARCHAR"),
                        List.of("schema_version", "INTEGER"),
                        List.of("product", "VARCHAR"),
                        List.of("tenant", "VARCHAR"),
                        List.of("source", "VARCHAR"),
                        List.of("batch_id", "VARCHAR"),
                        List.of("batch_index", "INTEGER"),
                        List.of("event_timestamp", "TIMESTAMP WITH TIME ZONE"),
                        List.of("client_timestamp", "TIMESTAMP WITH TIME ZONE"),
                        List.of("client_timestamp_reliable", "BOOLEAN"),
                        List.of("subject", "BLOB"),
                        List.of("user_id", "BLOB"),
                        List.of("device_id", "BLOB"),
                        List.of("key_version", "INTEGER"),
                        List.of("purpose", "VARCHAR"),
                        List.of("consent_basis", "VARCHAR"),
                        List.of("tags", "VARCHAR[]"),
                        List.of("redactions", "INTEGER"),
                        List.of("retention", "VARCHAR"),
                        List.of("expires_on", "DATE"),
                        List.of("policy", "VARCHAR"),
                        List.of("platform", "VARCHAR"),
                        List.of("market", "VARCHAR"),
                        List.of("properties", "JSON"),
                        List.of("shard", "VARCHAR"),
                        List.of("sequence", "VARCHAR"),
                        List.of("record_index", "INTEGER"));
    }

    @Test
    void keepsEveryValueOfAFullEvent() throws IOException {
        EventBuilder full = event("e-1")
                .of(IdentityKind.USER, 0xCAFEL)
                .of(IdentityKind.DEVICE, -1)
                .clientTime("2026-02-08T14:30:00.123Z")
                .context("platform", "ios")
                .context("market", "GB")
                .tags("no_ads", "no_ml");

        Lake lake = written(full.row(77, 4));

        assertThat(lake.select("select * exclude (subject, user_id, device_id, properties) from FILES"))
                .containsExactly(List.of(
                        "e-1",
                        "playback.started",
                        "1",
                        "ott-streaming",
                        "acme",
                        "client",
                        "batch-1",
                        "7",
                        "2026-02-08T14:59:59.999Z",
                        "2026-02-08T14:30:00.123Z",
                        "true",
                        "2",
                        "analytics",
                        "opt_in",
                        "[no_ads, no_ml]",
                        "3",
                        "standard",
                        "2027-02-08",
                        "0123456789ab",
                        "ios",
                        "GB",
                        "shardId-000000000000",
                        "77",
                        "4"));
        assertThat(lake.select("select hex(subject), hex(user_id), hex(device_id) from FILES"))
                .containsExactly(List.of(
                        "000000000000CAFE000000000000CAFE", "000000000000CAFE000000000000CAFE", "F".repeat(32)));
    }

    @Test
    void keepsPropertiesAsTheJsonThatTheyAre() throws IOException {
        EventBuilder event = event("e").property("title", EMOJI).property("empty", "");

        List<List<String>> read = written(event.row(1, 0)).select("select properties from FILES");

        assertThat(read).containsExactly(List.of(event.build().properties().toString()));
    }

    @Test
    void tellsAbsentFromEmpty() throws IOException {
        Lake lake = written(event("e").context("market", "").row(1, 0));

        assertThat(lake.select("select market, platform, client_timestamp, subject, tags, properties from FILES"))
                .containsExactly(List.of("", "null", "null", "null", "[]", "{}"));
    }

    @Test
    void keepsPropertiesOfAHundredKilobytes() throws IOException {
        String long100 = "🎬é".repeat(100 * 1024 / 6);
        EventBuilder event = event("e").property("long", long100);

        assertThat(written(event.row(1, 0)).select("select properties ->> 'long' from FILES"))
                .containsExactly(List.of(long100));
    }

    @Test
    void sortsBySubjectAsUnsignedBytesThenByEventIdAsBytes() throws IOException {
        Lake lake = written(
                event("b").of(IdentityKind.USER, -1).row(1, 0),
                event("b").of(IdentityKind.USER, 1).row(1, 1),
                event("\uFF5E").row(1, 2),
                event("🎬").row(1, 3),
                event("a").of(IdentityKind.USER, 1).row(2, 0),
                event("a").row(3, 0));

        assertThat(lake.select("select sequence || '/' || record_index from FILES"))
                .containsExactly(
                        List.of("3/0"), List.of("1/2"), List.of("1/3"), List.of("2/0"), List.of("1/1"), List.of("1/0"));
    }

    @Test
    void saysInTheFooterWhichRecordsAreInIt() throws IOException {
        Lake lake =
                written(event("z").row(9, 0), event("b").row(10, 0), event("a").row(11, 0));

        assertThat(lake.select("select decode(key), decode(value) from parquet_kv_metadata(FILES) order by 1"))
                .containsExactly(
                        List.of("weir.first-sequence", "9"),
                        List.of("weir.format", "1"),
                        List.of("weir.last-sequence", "11"),
                        List.of("weir.shard", "shardId-000000000000"));
    }

    @Test
    void compressesEveryColumnAndKeepsPropertiesOutOfStatistics() throws IOException {
        Lake lake = written(event("e").property("title", "t").row(1, 0));

        assertThat(lake.select("select distinct compression from parquet_metadata(FILES)"))
                .containsExactly(List.of("ZSTD"));
        assertThat(lake.select("select stats_min_value, stats_max_value, stats_min from parquet_metadata(FILES)"
                        + " where path_in_schema = 'properties'"))
                .containsExactly(List.of("null", "null", "null"));
    }

    @Test
    void splitsManyRowsIntoGroups() throws IOException {
        BronzeRow[] rows = IntStream.range(0, 20_001)
                .mapToObj(index ->
                        event("e" + index).of(IdentityKind.USER, index % 97).row(index, 0))
                .toArray(BronzeRow[]::new);

        Lake lake = written(rows);

        assertThat(lake.select("select count(*), count(distinct event_id), count(distinct subject) from FILES"))
                .containsExactly(List.of("20001", "20001", "97"));
        assertThat(lake.select("select distinct row_group_num_rows from parquet_metadata(FILES) order by 1"))
                .containsExactly(List.of("1"), List.of("20000"));
    }

    private Lake written(BronzeRow... rows) throws IOException {
        return new Lake(folder).add("rows.parquet", new BronzeFile(Fields.TABLE).encode(List.of(rows)));
    }
}
