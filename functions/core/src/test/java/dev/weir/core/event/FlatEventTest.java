package dev.weir.core.event;

import static dev.weir.core.intake.Events.itemViewed;
import static dev.weir.core.intake.Events.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.Verdict;
import dev.weir.core.privacy.PseudonymKeys;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatEventTest {

    private final Intake intake = new Intake(Catalog.load(), new PseudonymKeys(1, Map.of(1, new byte[32])));

    private StoredEvent stored() {
        Verdict verdict = intake.admit(
                itemViewed().with("consent", "{\"analytics\": true}").raw(), sender(Source.CLIENT));
        return ((Verdict.Accepted) verdict).event();
    }

    @Test
    void comesBackAsTheEventThatItWas() {
        StoredEvent event = stored();

        assertThat(FlatEvent.of(event).toEvent()).isEqualTo(event);
    }

    @Test
    void carriesTheSubjectBesideTheIdentities() {
        FlatEvent flat = FlatEvent.of(stored());

        assertThat(flat.fields().get("subject")).isEqualTo(flat.fields().get("user_id"));
    }

    @Test
    void namesTheFieldThatIsMissing() {
        FlatEvent flat = FlatEvent.of(stored());
        Map<String, Object> fields = new HashMap<>(flat.fields());
        fields.remove("policy");

        assertThatThrownBy(() -> new FlatEvent(fields, flat.properties()).toEvent())
                .hasMessage("stored event without a string in 'policy'");
    }
}
