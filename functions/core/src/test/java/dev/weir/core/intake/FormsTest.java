package dev.weir.core.intake;

import static dev.weir.core.intake.Events.itemViewed;
import static dev.weir.core.intake.Events.parse;
import static dev.weir.core.intake.Events.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Arrival;
import dev.weir.core.event.Credential;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.Violation;
import dev.weir.core.privacy.PseudonymKeys;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Events in forms other than one envelope for all, and what products decide beside their shape.
class FormsTest {

    private final Intake intake = new Intake(Catalog.load(), new PseudonymKeys(1, Map.of(1, new byte[32])));

    private Verdict metric(String json) {
        Sender sender =
                new Sender(new Credential("metrics", "acme", Source.SERVER), new Arrival("batch-7", Events.NOW, null));
        return intake.admit(new RawEvent(parse(json), 3), sender);
    }

    private static StoredEvent stored(Verdict verdict) {
        return assertThat(verdict)
                .asInstanceOf(type(Verdict.Accepted.class))
                .actual()
                .event();
    }

    private static List<Violation> violations(Verdict verdict) {
        return assertThat(verdict)
                .asInstanceOf(type(Verdict.Rejected.class))
                .actual()
                .violations();
    }

    @Test
    void tellsFormsApartByWhatIsInAnEvent() {
        assertThat(stored(metric("{\"kind\": \"gauge\", \"value\": 1}"))
                        .header()
                        .type()
                        .name())
                .isEqualTo("gauge");
        assertThat(stored(metric("{\"log_id\": \"l-1\", \"message\": \"x\"}"))
                        .header()
                        .type()
                        .name())
                .isEqualTo("log");
    }

    @Test
    void namesTheFormsWhereAnEventIsInNone() {
        assertThat(violations(metric("{\"kind\": \"other\"}")))
                .containsExactly(new Violation("", "is in none of the forms of metrics: gauge, log"));
    }

    @Test
    void takesTheWholeEventForPropertiesLessWhatTheFormTakes() {
        StoredEvent event = stored(metric("{\"kind\": \"gauge\", \"at\": \"2026-02-08T14:30:00Z\", \"value\": 1.50}"));

        assertThat(event.properties()).isEqualTo(parse("{\"value\": 1.50}"));
        assertThat(event.header().timing().clientTimeReliable()).isTrue();
        assertThat(event.receipt().redactions()).isZero();
    }

    @Test
    void pointsIntoTheEventItselfWhereThatHoldsTheProperties() {
        assertThat(violations(metric("{\"kind\": \"gauge\", \"value\": \"x\"}")))
                .containsExactly(new Violation("/value", "must be a number"));
    }

    @Test
    void numbersEventsThatHaveNoId() {
        assertThat(stored(metric("{\"kind\": \"gauge\", \"value\": 1}"))
                        .header()
                        .eventId())
                .isEqualTo("batch-7-3");
    }

    @Test
    void takesAPayloadOfExactlyTheLimitAndNotOneByteMore() {
        String most = "{\"log_id\": \"l\", \"message\": \"" + "x".repeat(64 - 14) + "\"}";
        String more = "{\"log_id\": \"l\", \"message\": \"" + "x".repeat(65 - 14) + "\"}";

        assertThat(metric(most)).isInstanceOf(Verdict.Accepted.class);
        assertThat(violations(metric(more))).containsExactly(new Violation("", "must be at most 64 bytes of JSON"));
    }

    @Test
    void pseudonymisesIdentifiersInsideOfProperties() {
        StoredEvent event = stored(metric("{\"log_id\": \"l\", \"message\": \"\", \"who\": {\"user_id\": \"u-1\"}}"));

        assertThat(event.properties().at("/who/user_id").asText())
                .isEqualTo(event.identities()
                        .pseudonym(IdentityKind.USER)
                        .orElseThrow()
                        .hex());
    }

    @Test
    void stripsUnknownMembersInsideOfProperties() {
        Verdict verdict = metric("{\"log_id\": \"l\", \"message\": \"\", \"who\": {\"name\": \"Jane\"}}");

        assertThat(stored(verdict).properties().at("/who")).isEqualTo(parse("{}"));
        assertThat(((Verdict.Accepted) verdict).receipt().redactions())
                .containsExactly(new Redaction("/who/name", "unknown", Redaction.Action.REMOVED));
    }

    private Events searchDone(boolean telemetry) {
        return itemViewed()
                .with("event_name", "\"search.done\"")
                .with("consent", "{}")
                .with("market", telemetry ? "\"US\"" : "\"GB\"")
                .with("properties", """
                        {"query": "user-0815", "who": "user-0815", "hits": [{"id": "a", "owner": "user-0815"}]}""");
    }

    @Test
    void keepsAnEventWithoutItsPersonWhereItsProductSaysSo() {
        StoredEvent event = stored(intake.admit(searchDone(false).raw(), sender(Source.CLIENT)));

        assertThat(event.receipt().decision().basis()).isEqualTo("anonymous");
        assertThat(event.identities().byKind()).containsOnlyKeys(IdentityKind.ANONYMOUS);
        assertThat(event.properties()).isEqualTo(parse("{\"query\": \"[identifier]\", \"hits\": [{\"id\": \"a\"}]}"));
    }

    @Test
    void leadsFromNoAnonymousEventToItsPerson() {
        StoredEvent named = stored(intake.admit(searchDone(true).raw(), sender(Source.CLIENT)));
        StoredEvent anonymous = stored(intake.admit(searchDone(false).raw(), sender(Source.CLIENT)));

        assertThat(named.identities().byKind().values())
                .doesNotContainAnyElementsOf(anonymous.identities().byKind().values());
    }

    @Test
    void keepsTheShareThatIsSampledAndAlwaysTheSame() {
        List<Boolean> first = sampled();

        assertThat(first.stream().filter(kept -> kept).count()).isBetween(70L, 130L);
        assertThat(sampled()).isEqualTo(first);
    }

    private List<Boolean> sampled() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> itemViewed()
                        .with("event_name", "\"item.scrolled\"")
                        .with("event_id", "\"scroll-" + i + "\"")
                        .with("properties", "{}"))
                .map(event -> intake.admit(event.raw(), sender(Source.CLIENT)) instanceof Verdict.Accepted)
                .toList();
    }
}
