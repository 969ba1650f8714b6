package dev.weir.local.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeQueryTest {

    @TempDir
    Path folder;

    private String csv(String sql) throws SQLException, IOException {
        StringBuilder csv = new StringBuilder();
        new LakeQuery(Catalog.load(), folder.resolve("lake")).run(sql, csv);
        return csv.toString();
    }

    @Test
    void answersOverAnEmptyLake() throws Exception {
        assertThat(csv("select event_name, count(*) as n from events group by 1"))
                .isEqualTo("event_name,n\n");
    }

    @Test
    void hasAViewForEveryProductAndEvent() throws Exception {
        assertThat(csv("show tables")).contains("events\n", "ott_streaming\n", "ott_streaming_playback_started\n");
    }

    @Test
    void givesPropertiesTheirTypes() throws Exception {
        assertThat(csv("select column_type from (describe ott_streaming_playback_started) where column_name ="
                        + " 'start_time_ms'"))
                .isEqualTo("column_type\nBIGINT\n");
    }

    @Test
    void prefixesAPropertyThatIsCalledLikeAField() throws Exception {
        assertThat(csv("describe ott_streaming_playback_heartbeat")).contains("properties_session_id,VARCHAR");
    }

    @Test
    void quotesWhatCsvMustQuote() throws Exception {
        assertThat(csv("select 'a,\"b\"' as x, null as y")).isEqualTo("x,y\n\"a,\"\"b\"\"\",\n");
    }

    @Test
    void readsNothingOutsideOfTheLake() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b");

        assertThatThrownBy(() -> csv("select * from read_csv('" + secret + "')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("disabled");
    }

    @Test
    void saysWhereAStatementIsWrong() {
        assertThatThrownBy(() -> csv("select nothing from nowhere"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("nowhere");
    }
}
