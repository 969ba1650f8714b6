package dev.weir.privacy;

import static dev.weir.privacy.People.event;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.core.event.Objection;
import dev.weir.lake.EventScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Access, portability, restriction and objection, done by the worker with everything around it in memory.
class RightsTest {

    private static final String BEFORE = "2026-02-08T14:00:00Z";
    private static final String AFTER = "2026-02-08T15:00:00.001Z";
    private static final Demand WITHDRAWAL = new Demand(RequestType.RESTRICT, "user", EventScope.ALL, true);

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office(folder);
    }

    @Test
    void accessHandsOutEveryEventOfThePersonOnceFromEverywhere() throws Exception {
        office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
        office.land(2, event(1, "a", BEFORE), event(1, "c", AFTER));
        office.quarantine.put("q", document(Office.record(event(1, "a", BEFORE), event(1, "d", BEFORE))));
        office.request("r", 1, RequestType.ACCESS);

        office.workOnce();

        Map<String, String> zip = zip();
        assertThat(ids(zip)).containsExactly("a", "d");
        assertThat(zip.get("readme.md"))
                .contains("2 events", "`properties.content_id`: What is being played.", "Collected for `analytics`")
                .contains("- `event_name`: Which event");
        assertThat(requireNonNull(zip.get("events.csv")).lines().toList())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("event_id,event_name,")
                .endsWith("properties.content_id,properties.content_type");
        assertThat(zip.get("events.csv")).contains(",\"c, \"\"1\"\"\",vod");
        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
        assertThat(office.request("r").progress().result().rows()).isEqualTo(2);
    }

    @Test
    void evidenceOfAnExportCountsAndNamesTheFileByItsDigestAlone() {
        office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
        office.request("r", 1, RequestType.ACCESS);

        office.workOnce();

        JsonNode evidence = office.evidence().getFirst();
        assertThat(evidence.path("type").asText()).isEqualTo("access");
        assertThat(evidence.at("/totals/events").asInt()).isEqualTo(1);
        assertThat(evidence.at("/objects/0/rows").asInt()).isEqualTo(2);
        assertThat(evidence.at("/file/sha256").asText()).hasSize(64);
        assertThat(evidence.toString()).doesNotContain(People.name(1).hex(), office.exports.files.firstKey());
    }

    @Test
    void portabilityHasWhatThePersonProvided() throws Exception {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1, RequestType.PORTABILITY);

        office.workOnce();

        assertThat(zip().get("events.ndjson"))
                .contains("\"event_id\":\"a\"", "content_id", "user_id")
                .doesNotContain("consent_basis", "expires_on", "\"subject\"", "tenant");
    }

    @Test
    void aScopeNarrowsWhatIsHandedOut() throws Exception {
        office.land(1, event(1, "a", BEFORE), People.event(1, "b", BEFORE, "essential"));
        office.request(
                "r", 1, new Demand(RequestType.ACCESS, "user", new EventScope(Set.of("essential"), Set.of()), false));

        office.workOnce();

        assertThat(ids(zip())).containsExactly("b");
    }

    @Test
    void anObjectThatCannotBeReadMakesTheFilePartialUntilItCan() throws Exception {
        office.land(1, event(1, "a", BEFORE));
        office.land(2, event(1, "b", BEFORE));
        office.lake.forbidden.add(office.lake.objects.firstKey());
        office.request("r", 1, RequestType.ACCESS);

        office.workOnce();
        office.workOnce();

        assertThat(office.request("r").progress().status()).isEqualTo(Status.PARTIAL);
        assertThat(office.evidence()).hasSize(1);
        office.lake.forbidden.clear();
        office.workOnce();
        assertThat(ids(zip())).containsExactly("a", "b");
        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void anEmptyLakeProvesNothingAndHandsOutNothingNew() {
        office.request("r", 1, RequestType.ACCESS);

        office.workOnce();

        assertThat(office.request("r").progress().status()).isEqualTo(Status.NOTHING_EXAMINED);
    }

    @Test
    void aFileThatTakesLongerThanARunIsGoneOnWith() throws Exception {
        for (int batch = 1; batch <= 9; batch++) {
            office.land(batch, event(1, "a" + batch, BEFORE));
        }
        office.request("r", 1, RequestType.ACCESS);
        office.tick(Office.RUN.dividedBy(7));

        office.workOnce();

        assertThat(office.request("r").progress().status()).isEqualTo(Status.RUNNING);
        assertThat(office.exports.files.firstKey()).endsWith(".part");
        for (int run = 0; run < 10 && !office.request("r").progress().status().isOver(); run++) {
            office.workOnce();
        }
        assertThat(ids(zip())).hasSize(9).doesNotHaveDuplicates();
        assertThat(office.request("r").progress().result().objects()).isEqualTo(9);
        assertThat(office.exports.files).hasSize(1);
        assertThat(office.lake.list("privacy/")).isEmpty();
    }

    @Test
    void aCrashAtAnyCallLeavesOneFileInTheEnd() throws Exception {
        boolean died = true;
        for (int call = 0; died; call++) {
            died = false;
            for (boolean done : new boolean[] {false, true}) {
                open();
                office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
                office.request("r", 1, RequestType.ACCESS);
                office.fate.strike(call, done);
                try {
                    office.workOnce();
                } catch (MemoryObjects.Death death) {
                    died = true;
                }
                office.fate.strike(-1, false);
                office.workOnce();

                assertThat(office.exports.files).as("call %d, %s", call, done).hasSize(1);
                assertThat(ids(zip())).containsExactly("a");
                assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
            }
        }
    }

    @Test
    void aFileGoesWithThePersonWhoeverAskedForIt() {
        office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
        office.request("of one", 1, RequestType.ACCESS);
        office.request("of two", 2, RequestType.ACCESS);
        office.request("of all", 0, new Demand(RequestType.ACCESS, "tenant", EventScope.ALL, false));
        office.workOnce();
        assertThat(office.exports.files).hasSize(3);

        office.request("erase", 1);
        office.work();

        assertThat(office.exports.files)
                .containsOnlyKeys(office.request("of two").progress().result().export());
        assertThat(office.request("of one").progress().result().export()).isEmpty();
        assertThat(office.evidence().getLast().at("/totals/exports_removed").asInt())
                .isEqualTo(2);
    }

    @Test
    void aFileGoesByItselfAndTheRequestForgetsThePerson() {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1, RequestType.ACCESS);
        office.workOnce();
        office.pass(Times.EXPORT_STAYS.minusSeconds(1));
        office.workOnce();
        assertThat(office.exports.files).hasSize(1);

        office.pass(Duration.ofSeconds(2));
        office.workOnce();

        assertThat(office.exports.files).isEmpty();
        assertThat(office.requests.requests.get("r"))
                .doesNotContain(People.name(1).hex());
        assertThat(office.requests.queue).isEmpty();
    }

    @Test
    void aRequestThatNobodyWorkedOnForAWeekIsStillWorkedOn() throws Exception {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1, RequestType.ACCESS);
        office.pass(Times.EXPORT_STAYS.plusDays(1));

        office.workOnce();
        office.workOnce();

        assertThat(ids(zip())).containsExactly("a");
    }

    @Test
    void aRestrictionIsCompleteOnlyWhenNoOlderListIsHeeded() {
        office.request("r", 1, RequestType.RESTRICT);

        office.workOnce();
        assertThat(office.objections).singleElement().satisfies(entry -> {
            assertThat(entry.names()).containsExactly(People.name(1));
            assertThat(entry.objection()).isEqualTo(Objection.EVERYTHING);
            assertThat(entry.withdrawn()).isFalse();
        });
        office.pass(Office.HEEDED.minusMillis(1));
        office.workOnce();
        assertThat(office.request("r").progress().status()).isEqualTo(Status.RUNNING);

        office.pass(Duration.ofMillis(1));
        office.workOnce();

        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
        assertThat(office.requests.requests.get("r"))
                .doesNotContain(People.name(1).hex());
        JsonNode evidence = office.evidence().getFirst();
        assertThat(evidence.path("type").asText()).isEqualTo("restrict");
        assertThat(evidence.toString()).doesNotContain(People.name(1).hex());
    }

    @Test
    void aWithdrawalIsWrittenBehindWhatItTakesBack() {
        office.request("r", 1, RequestType.RESTRICT);
        office.work();
        office.request("w", 1, WITHDRAWAL);

        office.work();

        assertThat(office.objections).hasSize(2);
        assertThat(office.objections.getLast().settles(office.objections.getFirst()))
                .isTrue();
        assertThat(office.request("w").progress().status()).isEqualTo(Status.COMPLETE);
    }

    private Map<String, String> zip() throws IOException {
        Map<String, String> entries = new HashMap<>();
        byte[] file = office.exports.files.firstEntry().getValue();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static List<String> ids(Map<String, String> zip) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : zip.getOrDefault("events.ndjson", "").lines().toList()) {
            ids.add(new JsonMapper().readTree(line).path("event_id").asText());
        }
        return ids;
    }

    private static dev.weir.lake.ObjectContent document(byte[] record) {
        return Office.document(
                JsonNodeFactory.instance.objectNode().put("data", record).toString());
    }
}
