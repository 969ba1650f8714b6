package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Catalog;
import dev.weir.local.cli.Commands;
import dev.weir.local.query.LakeQuery;
import dev.weir.local.stack.Resources;
import dev.weir.local.stack.StateFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The compactor as it is packaged, started by the command that people have: queries do not notice.
class CompactionTest {

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Tag("native-compactor")
    void everyViewHasTheSameRowsBeforeAndAfter() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "queries read the embedded S3's files");
        try (Running weir = Running.on(folder)) {
            int accepted = weir.send() + weir.send();
            assertThat(Eventually.reaches(accepted, weir.lake::rows)).isEqualTo(accepted);
            List<String> before = rows();
            List<String> properties = properties();

            assertThat(Commands.run("compact", "--data", folder.toString()))
                    .contains("duplicates left out", "compacted\n");

            assertThat(rows()).isEqualTo(before);
            assertThat(properties()).isEqualTo(properties);
            assertThat(weir.lake.keys(Resources.LAKE_BUCKET, "silver/")).isNotEmpty();
            assertThat(weir.notAsAskedFor()).isEmpty();
            assertThat(Commands.run("compact", "--data", folder.toString())).isEqualTo("nothing to compact\n");
            assertThat(query("select count(*) = count(distinct event_id) from events"))
                    .containsExactly("true");
        }
    }

    /// How many rows each view of an event has, and what is in them.
    private List<String> rows() throws Exception {
        List<String> parts = new ArrayList<>();
        for (String view : query("select table_name from information_schema.columns where table_schema = 'main'"
                + " group by 1 having not bool_or(column_name = 'properties') order by 1")) {
            parts.add("select '" + view + "', count(*), bit_xor(hash(row)) from " + view + " as row");
        }
        parts.add(
                "select 'events', count(*), bit_xor(hash(row)) from (select * exclude (properties) from events) as row");
        return query(String.join(" union all ", parts));
    }

    /// As JSON, whose members have no order.
    private List<String> properties() throws Exception {
        List<String> properties = new ArrayList<>();
        for (String csv : query("select properties from events order by event_id")) {
            String json =
                    csv.startsWith("\"") ? csv.substring(1, csv.length() - 1).replace("\"\"", "\"") : csv;
            properties.add(SORTED.writeValueAsString(SORTED.readTree(json)));
        }
        return properties;
    }

    private List<String> query(String sql) throws Exception {
        StringBuilder csv = new StringBuilder();
        new LakeQuery(Catalog.load(), new StateFolder(folder).lake()).run(sql, csv);
        return csv.toString().lines().skip(1).toList();
    }
}
