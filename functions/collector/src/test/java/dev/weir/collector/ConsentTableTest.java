package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.collector.ConsentCell.Asked;
import dev.weir.collector.ConsentCell.Kids;
import dev.weir.collector.ConsentCell.Refused;
import dev.weir.collector.ConsentCell.Where;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.Claims;
import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.ConsentSignals;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Hints;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Objection;
import dev.weir.core.event.Objections;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.event.Traits;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.Verdict;
import dev.weir.core.privacy.PseudonymKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every cell: purpose and product × source of consent × region × children. What must come of each is said here in
/// words of its own: voices are counted, and the documents are quoted.
class ConsentTableTest {

    private static final Catalog CATALOG = Catalog.load();
    private static final Intake INTAKE = new Intake(CATALOG, new PseudonymKeys(1, Map.of(1, new byte[32])));

    static Stream<ConsentCell> cells() {
        List<ConsentCell> cells = new ArrayList<>();
        for (Asked asked : Asked.values()) {
            for (@Nullable Boolean claims : answers(true)) {
                for (@Nullable Boolean event : answers(!asked.flag.isEmpty())) {
                    for (Where where : wheres(asked)) {
                        for (Kids kids : kids(asked)) {
                            cells.add(new ConsentCell(asked, claims, event, false, where, kids));
                            cells.add(new ConsentCell(asked, claims, event, true, where, kids));
                        }
                    }
                }
            }
        }
        return cells.stream();
    }

    private static List<@Nullable Boolean> answers(boolean any) {
        return any ? Arrays.asList(null, true, false) : Arrays.asList((Boolean) null);
    }

    /// Only ott-streaming has events that say where they are from and whether a child is watching.
    private static List<Where> wheres(Asked asked) {
        return Stream.of(Where.values())
                .filter(where -> where.market == null || asked.product().equals("ott-streaming"))
                .toList();
    }

    private static List<Kids> kids(Asked asked) {
        return asked.product().equals("ott-streaming") ? List.of(Kids.values()) : List.of(Kids.NOBODY, Kids.CLAIMS);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isDecidedAsTheDocumentsSay(ConsentCell cell) {
        Verdict verdict = INTAKE.admit(new RawEvent(event(cell), 0), sender(cell));

        if (isAllowed(cell) || cell.asked().refused == Refused.ANONYMOUS) {
            assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
            assertKept(cell, (Verdict.Accepted) verdict);
        } else {
            assertThat(verdict).isInstanceOf(Verdict.Dropped.class);
            assertThat(((Verdict.Dropped) verdict).reason().code()).isEqualTo("no_consent_" + cell.asked().purpose);
        }
    }

    /// GDPR Article 21(1): whoever objects is not overruled by what they agreed to before.
    @ParameterizedTest
    @MethodSource("cells")
    void isRefusedToWhoeverHasObjected(ConsentCell cell) {
        Sender sender = sender(cell);
        Objections objections = new Objections(Objection.ALL_PURPOSES, Map.of());

        Verdict verdict = INTAKE.admit(
                new RawEvent(event(cell), 0),
                new Sender(sender.credential(), sender.claims(), sender.arrival(), objections));

        switch (cell.asked().refused) {
            case NEVER -> assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
            case DROPPED ->
                assertThat(((Verdict.Dropped) verdict).reason().code()).isEqualTo("no_consent_" + cell.asked().purpose);
            case ANONYMOUS ->
                assertThat(((Verdict.Accepted) verdict).receipt().decision().basis())
                        .isEqualTo("anonymous");
        }
    }

    private static boolean isAllowed(ConsentCell cell) {
        if (cell.asked().purpose.equals("essential")) {
            return true; // 002 §8.1: always on
        }
        if (isKids(cell) && Set.of("ad_targeting", "personalization").contains(cell.asked().purpose)) {
            return false; // 002 §8.5: never, regardless of consent
        }
        List<Boolean> voices = new ArrayList<>();
        for (@Nullable Boolean voice : Arrays.asList(cell.claims(), cell.event(), cell.gpc() ? Boolean.FALSE : null)) {
            if (voice != null) {
                voices.add(voice);
            }
        }
        return voices.isEmpty() ? isOptOut(cell) : !voices.contains(false);
    }

    /// 002 §8.1 has opt-out in the US; no other document has it anywhere.
    private static boolean isOptOut(ConsentCell cell) {
        String place = cell.where().market == null ? cell.where().country : cell.where().market;
        return cell.asked().product().equals("ott-streaming") && "US".equals(place);
    }

    private static boolean isKids(ConsentCell cell) {
        return cell.kids() != Kids.NOBODY;
    }

    private static void assertKept(ConsentCell cell, Verdict.Accepted kept) {
        assertThat(kept.receipt().decision().basis()).isEqualTo(basis(cell));
        Set<IdentityKind> kinds = kept.event().identities().byKind().keySet();
        if (isKids(cell)) {
            assertThat(kinds).isEmpty();
            assertThat(kept.event().context()).doesNotContainKey("ip_prefix");
            assertThat(kept.event().receipt().tags()).contains("kids", "no_personalization", "no_ad_targeting");
        } else if (!isAllowed(cell)) {
            assertThat(kinds).isSubsetOf(IdentityKind.ANONYMOUS);
        }
        assertThat(kept.event().context().get("country")).isEqualTo(cell.where().country);
    }

    private static String basis(ConsentCell cell) {
        if (cell.asked().purpose.equals("essential")) {
            return "essential";
        }
        if (!isAllowed(cell)) {
            return "anonymous";
        }
        return cell.claims() != null ? "claims" : cell.event() != null ? "event" : "region_default";
    }

    private static ObjectNode event(ConsentCell cell) {
        ObjectNode event = Samples.event(cell.asked().sample);
        if (!cell.asked().flag.isEmpty()) {
            JsonPointer flag = JsonPointer.compile(cell.asked().flag);
            event.withObject(flag.head()).remove(flag.last().getMatchingProperty());
            if (cell.event() != null) {
                event.withObject(flag.head()).put(flag.last().getMatchingProperty(), cell.event());
            }
        }
        if (cell.asked().product().equals("ott-streaming")) {
            event.put("market", cell.where().market);
            event.put("is_kids", cell.kids() == Kids.EVENT);
        }
        return event;
    }

    private static Sender sender(ConsentCell cell) {
        ConsentSignals claimed = new ConsentSignals(
                cell.claims() == null ? Map.of() : Map.of(new Purpose(cell.asked().purpose), cell.claims()));
        Traits traits = new Traits(cell.where().country == null ? Map.of() : Map.of("country", cell.where().country));
        String type = Samples.outcome(cell.asked().sample).path("credential").asText();
        return new Sender(
                new Credential(cell.asked().product(), "acme", Source.of(type)),
                new Claims(claimed, Map.of(), cell.kids() == Kids.CLAIMS),
                new Arrival(
                        "batch",
                        Instant.parse("2026-02-08T14:30:00Z"),
                        ClientAddress.of("203.0.113.7"),
                        new Hints(cell.gpc(), null),
                        traits));
    }
}
