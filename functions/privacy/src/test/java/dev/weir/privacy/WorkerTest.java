package dev.weir.privacy;

import static dev.weir.privacy.People.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.core.event.StoredEvent;
import dev.weir.lake.EventScope;
import dev.weir.stream.Decoded;
import dev.weir.stream.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {

    private static final String BEFORE = "2026-02-08T14:00:00Z";
    private static final String AFTER = "2026-02-08T15:00:00.001Z";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office(folder);
    }

    @Test
    void erasesThePersonEverywhereAndProvesIt() {
        office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
        office.land(2, event(1, "c", "2026-02-01T00:00:00Z"));
        office.request("r", 1);

        office.work();

        assertThat(office.rows(1)).isZero();
        assertThat(office.rows(2)).isEqualTo(1);
        JsonNode evidence = office.evidence().getFirst();
        assertThat(evidence.path("status").asText()).isEqualTo("complete");
        assertThat(evidence.at("/totals/objects_examined").asInt()).isEqualTo(2);
        assertThat(evidence.at("/totals/rows_removed").asInt()).isEqualTo(2);
        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void evidenceHasNothingOfThePerson() {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1);

        office.work();

        assertThat(office.evidence().getFirst().toString())
                .doesNotContain(People.name(1).hex());
    }

    @Test
    void someoneUnknownIsCompleteWithAllObjectsExamined() {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 9);

        office.work();

        assertThat(office.request("r").progress())
                .extracting(
                        Progress::status,
                        now -> now.result().objects(),
                        now -> now.result().rows())
                .containsExactly(Status.COMPLETE, 1L, 0L);
    }

    @Test
    void anEmptyLakeProvesNothing() {
        office.request("r", 1);

        office.work();

        assertThat(office.request("r").progress().status()).isEqualTo(Status.NOTHING_EXAMINED);
    }

    @Test
    void nothingIsSweptBeforeLandingsHaveSettled() {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1);

        office.workOnce();

        assertThat(office.request("r").progress().status()).isEqualTo(Status.RUNNING);
        assertThat(office.rows(1)).isEqualTo(1);
    }

    @Test
    void whatIsInFlightDoesNotLand() {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1);
        office.workOnce();

        office.land(2, event(1, "b", BEFORE), event(2, "c", BEFORE));
        office.work();

        assertThat(office.rows(1)).isZero();
        assertThat(office.rows(2)).isEqualTo(1);
    }

    @Test
    void whoSendsAgainAfterwardsIsNotMeant() {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1);
        office.workOnce();

        office.land(2, event(1, "b", AFTER));
        office.work();

        assertThat(office.rows(1)).isEqualTo(1);
    }

    @Test
    void twoRequestsForTheSamePersonAreBothDone() {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1);
        office.request("s", 1);

        office.work();

        assertThat(office.evidence()).hasSize(2);
        assertThat(office.request("r").progress().result().rows()).isEqualTo(1);
        assertThat(office.request("s").progress().result().rows()).isEqualTo(1);
    }

    @Test
    void anObjectThatCannotBeReadMakesItPartialUntilItCan() {
        office.land(1, event(1, "a", BEFORE));
        office.land(2, event(1, "b", BEFORE));
        String key = office.lake.objects.firstKey();
        office.lake.forbidden.add(key);
        office.request("r", 1);

        office.work();

        assertThat(office.request("r").progress().status()).isEqualTo(Status.PARTIAL);
        assertThat(office.evidence().getLast().at("/problems/0/what").asText()).isEqualTo(key);
        assertThat(office.rows(1)).isEqualTo(1);
        office.lake.forbidden.clear();
        office.work();
        assertThat(office.request("r").progress().status()).isEqualTo(Status.COMPLETE);
        assertThat(office.request("r").progress().result().rows()).isEqualTo(2);
        assertThat(office.rows(1)).isZero();
    }

    @Test
    void evidenceIsAddedOnlyWhenThereIsNewsOfTheRequest() {
        office.land(1, event(1, "a", BEFORE));
        office.lake.forbidden.add(office.lake.objects.firstKey());
        office.request("r", 1);
        office.work();
        assertThat(office.evidence()).hasSize(1);

        office.land(2, event(2, "b", BEFORE));
        office.work();
        office.work();

        assertThat(office.evidence()).hasSize(1);
        office.land(3, event(1, "c", BEFORE));
        office.lake.forbidden.clear();
        office.work();
        assertThat(office.evidence()).hasSize(2);
    }

    @Test
    void aRunEndsBeforeItsTimeAndTheNextOneGoesOn() {
        for (int batch = 1; batch <= 9; batch++) {
            office.land(batch, event(1, "a" + batch, BEFORE), event(2, "b" + batch, BEFORE));
        }
        office.request("r", 1);
        office.workOnce();
        office.pass(Duration.ofMinutes(2));

        office.tick(Office.RUN.dividedBy(5));
        office.workOnce();

        assertThat(office.request("r").progress().status()).isEqualTo(Status.RUNNING);
        long left = office.rows(1);
        assertThat(left).isBetween(1L, 8L);
        assertThat(office.evidence()).isEmpty();
        office.request("later", 2);
        for (int run = 0; run < 30 && !office.request("r").progress().status().isOver(); run++) {
            office.workOnce();
        }
        office.tick(Duration.ZERO);
        assertThat(office.rows(1)).isZero();
        assertThat(office.request("r").progress())
                .extracting(
                        Progress::status,
                        now -> now.result().objects(),
                        now -> now.result().rows())
                .containsExactly(Status.COMPLETE, 9L, 9L);
        office.work();
        assertThat(office.request("later").progress().result().rows()).isEqualTo(9);
        assertThat(office.lake.list("privacy/")).isEmpty();
    }

    @Test
    void onlyWhatIsInTheScopeIsErasedAlsoOfWhatIsInFlight() {
        office.land(1, event(1, "a", BEFORE), People.event(1, "b", BEFORE, "essential"));
        office.request(
                "r", 1, new Demand(RequestType.ERASURE, "user", new EventScope(Set.of("analytics"), Set.of()), false));
        office.workOnce();
        office.land(2, event(1, "c", BEFORE), People.event(1, "d", BEFORE, "essential"));

        office.work();

        assertThat(office.rows(1)).isEqualTo(2);
        assertThat(office.request("r").progress().result().rows()).isEqualTo(1);
        assertThat(office.evidence().getFirst().at("/scope/purposes/0").asText())
                .isEqualTo("analytics");
    }

    @Test
    void oldVersionsAreRemovedWhoeverIsInThem() {
        office.land(1, event(2, "a", BEFORE));
        String key = office.lake.objects.firstKey();
        office.lake.put(key, office.lake.at(key).content());
        office.request("r", 1);

        office.work();

        assertThat(office.lake.old).isEmpty();
        assertThat(office.evidence().getFirst().at("/totals/versions_removed").asInt())
                .isPositive();
    }

    @Test
    void someoneInQuarantineAloneIsErasedThere() {
        office.land(1, event(2, "a", BEFORE));
        office.quarantine.put("both", Office.quarantined(Office.record(event(1, "b", BEFORE), event(2, "c", BEFORE))));
        office.quarantine.put("alone", Office.quarantined(Office.record(event(1, "d", BEFORE))));
        office.quarantine.put("unreadable", Office.quarantined(new byte[] {1, 2, 3}));
        office.request("r", 1);

        office.work();

        assertThat(office.quarantine.objects.keySet()).containsExactly("both");
        assertThat(ids(Office.json(office.quarantine.at("both")))).containsExactly("c");
        assertThat(office.quarantine.old).isEmpty();
        assertThat(office.evidence()
                        .getFirst()
                        .at("/totals/stream_copies_events_removed")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void someoneInFailedBatchesIsErasedThere() throws Exception {
        office.land(1, event(2, "a", BEFORE));
        office.failed.put("batch", failed(event(1, "b", BEFORE), event(2, "c", BEFORE)));
        office.failed.put("alone", failed(event(1, "b", BEFORE)));
        office.request("r", 1);

        office.work();

        assertThat(office.failed.objects.keySet()).containsExactly("batch");
        JsonNode event = new com.fasterxml.jackson.databind.json.JsonMapper()
                .readTree(Office.json(office.failed.at("batch")).path("payload").asText());
        assertThat(event.path("Records")).hasSize(1);
        assertThat(ids(event.at("/Records/0/kinesis"))).containsExactly("c");
    }

    @Test
    void aRequestIsClosedWhenTheStreamHasNothingOfTheTimeAnyMore() {
        office.land(1, event(1, "a", BEFORE));
        office.request("r", 1);
        office.work();
        office.pass(Duration.ofHours(25));

        office.workOnce();

        assertThat(office.evidence().getLast().path("phase").asText()).isEqualTo("closing");
        assertThat(office.requests.requests.get("r"))
                .doesNotContain(People.name(1).hex());
        assertThat(office.requests.queue).isEmpty();
        assertThat(office.requests.changes).isEmpty();
        assertThat(new String(office.lake.at("suppression/list.json").content().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("[]");
    }

    @Test
    void aCrashAtAnyCallIsMadeGoodByTheNextRun() throws Exception {
        boolean died = true;
        for (int call = 0; died; call++) {
            died = false;
            for (boolean done : new boolean[] {false, true}) {
                open();
                office.land(1, event(1, "a", BEFORE), event(2, "b", BEFORE));
                office.land(2, event(1, "c", BEFORE));
                office.quarantine.put("q", Office.quarantined(event(1, "d", BEFORE), event(2, "e", BEFORE)));
                office.request("r", 1);
                office.fate.strike(call, done);
                try {
                    office.work();
                } catch (MemoryObjects.Death death) {
                    died = true;
                }
                office.fate.strike(-1, false);
                office.work();

                assertThat(office.rows(1)).as("call %d", call).isZero();
                assertThat(office.rows(2)).isEqualTo(1);
                assertThat(office.request("r").progress())
                        .as("call %d, %s", call, done)
                        .extracting(
                                Progress::status,
                                now -> now.result().objects(),
                                now -> now.result().rows())
                        .containsExactly(Status.COMPLETE, 2L, 2L);
                assertThat(office.evidence()
                                .getLast()
                                .at("/totals/rows_removed")
                                .asInt())
                        .isEqualTo(2);
            }
        }
    }

    private static dev.weir.lake.ObjectContent failed(StoredEvent... each) {
        var event = JsonNodeFactory.instance.objectNode();
        for (StoredEvent one : each) {
            event.withArrayProperty("Records").addObject().putObject("kinesis").put("data", Office.record(one));
        }
        return Office.document(JsonNodeFactory.instance
                .objectNode()
                .put("version", "1.0")
                .put("payload", event.toString())
                .toString());
    }

    private static List<String> ids(JsonNode holder) {
        byte[] record = Base64.getDecoder().decode(holder.path("data").asText());
        return ((Decoded.Batch) new RecordCodec().decode(record))
                .events().stream().map(event -> event.header().eventId()).toList();
    }
}
