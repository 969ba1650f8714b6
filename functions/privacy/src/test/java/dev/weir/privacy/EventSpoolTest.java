package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSpoolTest {

    private static final String DAY = "2026-02-08";

    @TempDir
    private Path folder;

    @Test
    void hasAnEventOnce() {
        assertThat(spooled(event("a", DAY, "acme"), event("a", DAY, "acme"), event("b", DAY, "acme")))
                .isEqualTo(2);
    }

    @Test
    void anIdThatIsUsedAnewOnAnotherDayOrByAnotherTenantIsAnotherEvent() {
        assertThat(spooled(event("a", DAY, "acme"), event("a", "2026-02-09", "acme"), event("a", DAY, "umbrella")))
                .isEqualTo(3);
    }

    @Test
    void whoGoesOnWithItCountsAllThatIsThere() {
        for (int round = 0; round < 3; round++) {
            try (EventSpool spool = new EventSpool(folder.resolve("events"), 2)) {
                for (int event = 0; event < 5; event++) {
                    spool.add(event(round + "-" + event, DAY, "acme"));
                }
                assertThat(spool.events()).isEqualTo((round + 1) * 5L);
            }
        }
        assertThat(ids()).hasSize(15).doesNotHaveDuplicates();
    }

    private long spooled(ObjectNode... events) {
        try (EventSpool spool = new EventSpool(folder.resolve("events"))) {
            for (ObjectNode event : events) {
                spool.add(event);
            }
            return spool.events();
        }
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        EventSpool spool = new EventSpool(folder.resolve("events"));
        spool.close();
        spool.each(event -> ids.add(event.path("event_id").asText()));
        return ids;
    }

    private static ObjectNode event(String id, String day, String tenant) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event_id", id)
                .put("tenant", tenant)
                .put("event_timestamp", day + "T14:00:00Z");
    }
}
