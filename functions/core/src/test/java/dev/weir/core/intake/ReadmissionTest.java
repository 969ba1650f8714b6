package dev.weir.core.intake;

import static dev.weir.core.intake.Events.itemViewed;
import static dev.weir.core.intake.Events.parse;
import static dev.weir.core.intake.Events.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.intake.Readmission.Judgement;
import dev.weir.core.intake.Readmission.Reason;
import dev.weir.core.privacy.PseudonymKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadmissionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-02-09");
    private static final String SHOP = "/products/shop";
    private static final String EVENT = SHOP + "/events/item.viewed/2";

    private final ObjectNode catalog = read();

    private static ObjectNode read() {
        try (InputStream compiled = Objects.requireNonNull(Catalog.class.getResourceAsStream(Catalog.RESOURCE))) {
            return (ObjectNode) parse(new String(compiled.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode at(String pointer) {
        return (ObjectNode) catalog.at(pointer);
    }

    private static StoredEvent stored(Events event) {
        Intake intake = new Intake(Catalog.load(), new PseudonymKeys(1, Map.of(1, new byte[32])));
        return assertThat(intake.admit(event.raw(), sender(Source.CLIENT)))
                .asInstanceOf(type(Verdict.Accepted.class))
                .actual()
                .event();
    }

    private Judgement judge(Events event) {
        return judge(event, TODAY);
    }

    private Judgement judge(Events event, LocalDate today) {
        try {
            byte[] changed = catalog.put("policy", "of-today").toString().getBytes(StandardCharsets.UTF_8);
            return new Readmission(Catalog.read(new ByteArrayInputStream(changed))).judge(stored(event), today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredEvent kept(Events event) {
        return assertThat(judge(event))
                .asInstanceOf(type(Judgement.Kept.class))
                .actual()
                .event();
    }

    private static Judgement leftOut(Reason reason) {
        return new Judgement.LeftOut(reason);
    }

    @Test
    void changesNothingWhereNothingHasChanged() {
        StoredEvent event =
                stored(itemViewed().property("session_id", "\"session-4711\"").property("referrer_id", "\"r-9\""));

        assertThat(new Readmission(Catalog.load()).judge(event, TODAY)).isEqualTo(new Judgement.Kept(event));
    }

    @Test
    void leavesOutWhatTheCatalogHasWithdrawn() {
        at(SHOP + "/events").remove("item.viewed");

        assertThat(judge(itemViewed())).isEqualTo(leftOut(Reason.UNKNOWN_EVENT));
    }

    @Test
    void leavesOutAVersionThatIsWithdrawn() {
        at(SHOP + "/events/item.viewed").remove("2");

        assertThat(judge(itemViewed())).isEqualTo(leftOut(Reason.UNKNOWN_EVENT));
    }

    @Test
    void leavesOutWhatItsSourceMayNotSendAnyMore() {
        at(EVENT).putArray("sources").add("server");

        assertThat(judge(itemViewed())).isEqualTo(leftOut(Reason.SOURCE_NOT_ALLOWED));
    }

    @Test
    void leavesOutWhatLacksAPropertyThatIsRequiredNow() {
        at(EVENT + "/schema").withArrayProperty("required").add("position");

        assertThat(judge(itemViewed())).isEqualTo(leftOut(Reason.INVALID));
        assertThat(judge(itemViewed().property("session_id", "\"session-4711\"")))
                .isEqualTo(leftOut(Reason.INVALID));
        assertThat(kept(itemViewed().property("position", "1")).properties())
                .isEqualTo(parse("{\"item_id\": \"item-1\", \"position\": 1}"));
    }

    @Test
    void keepsWhatPrivacyHasMadeUnlikeItsSchema() {
        ObjectNode shapes = at(EVENT + "/schema/properties");
        shapes.putObject("session_id").put("type", "string").put("maxLength", 20);
        shapes.putObject("details").put("type", "string").put("pattern", "^[a-z@.]+$");

        assertThat(kept(itemViewed()
                                .property("session_id", "\"session-4711\"")
                                .property("details", "\"ana@example.com\""))
                        .properties())
                .hasSize(3);
    }

    @Test
    void takesOutPropertiesThatAreUnknownOrSensitiveNow() {
        at(EVENT + "/properties").remove("layout");
        at(EVENT + "/properties/position").put("privacy", "sensitive");

        StoredEvent event = kept(itemViewed().property("layout", "\"grid\"").property("position", "1"));

        assertThat(event.properties()).isEqualTo(parse("{\"item_id\": \"item-1\"}"));
        assertThat(event.receipt().redactions()).isEqualTo(2);
        assertThat(event.receipt().policy()).isEqualTo("of-today");
    }

    @Test
    void takesOutAnIdentifierThatWasNoneWhenItWasStored() {
        at(EVENT + "/properties/details").put("privacy", "identifier");

        assertThat(kept(itemViewed().property("details", "\"u-4711\"")).properties())
                .isEqualTo(parse("{\"item_id\": \"item-1\"}"));
    }

    @Test
    void leavesOutWhatNobodyAgreedToWhereTheRegionAsksFirstNow() {
        at(SHOP + "/consent").putArray("opt_out");
        Events undecided = itemViewed().without("consent").with("market", "\"US\"");

        assertThat(judge(undecided)).isEqualTo(leftOut(Reason.NO_CONSENT));
    }

    @Test
    void keepsWhatSomebodyAgreedToWhateverTheRegion() {
        at(SHOP + "/consent").putArray("opt_out");

        assertThat(kept(itemViewed().with("market", "\"US\"")).header().eventId())
                .isEqualTo("e-1");
    }

    @Test
    void leavesOutWhatIsCollectedForAnotherPurposeNow() {
        at(EVENT).put("purpose", "personalization");

        assertThat(judge(itemViewed())).isEqualTo(leftOut(Reason.NO_CONSENT));
    }

    @Test
    void rulesOutOtherUsesThatItCannotTellTheAnswerOf() {
        assertThat(kept(itemViewed()).receipt().tags()).containsExactly("no_ad_targeting", "no_personalization");
    }

    @Test
    void keepsTheShorterOfTwoPeriods() {
        at(SHOP + "/retention").put("standard", "P10D");

        assertThat(kept(itemViewed()).receipt().kept().expires()).isEqualTo(LocalDate.parse("2026-02-18"));
        assertThat(judge(itemViewed(), LocalDate.parse("2026-02-17"))).isInstanceOf(Judgement.Kept.class);
        assertThat(judge(itemViewed(), LocalDate.parse("2026-02-18"))).isEqualTo(leftOut(Reason.EXPIRED));
    }

    @Test
    void doesNotKeepLongerThanWasPromised() {
        at(SHOP + "/retention").put("standard", "P900D");

        assertThat(kept(itemViewed()).receipt().kept().expires()).isEqualTo(LocalDate.parse("2026-05-09"));
    }
}
