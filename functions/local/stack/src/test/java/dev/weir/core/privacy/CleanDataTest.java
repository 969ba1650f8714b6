package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Redaction;
import dev.weir.core.intake.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is nobody's comes through as it was sent, to the byte.
class CleanDataTest {

    private static final int EVENTS = 10_000;
    private static final Set<String> CATALOGED = Set.of("identifier", "sensitive", "unknown");

    private final Door door = Door.complete();
    private final CleanValues clean = new CleanValues(new Random(4));

    @Test
    void tenThousandCleanEventsKeepTheirPropertiesToTheByte() throws IOException {
        List<Habitat> habitats = Habitat.ofSamples();
        List<String> altered = new ArrayList<>();
        int accepted = 0;
        int varied = 0;
        for (int i = 0; accepted < EVENTS; i++) {
            Habitat habitat = habitats.get(i % habitats.size());
            ObjectNode event = variant(habitat);
            varied += event.equals(habitat.event()) ? 0 : 1;
            for (Verdict verdict : send(habitat, event)) {
                if (verdict instanceof Verdict.Accepted kept && !isOfAChild(kept)) {
                    accepted++;
                    check(habitat, event, kept, altered);
                }
            }
        }

        assertThat(altered).isEmpty();
        assertThat(varied).isGreaterThan(EVENTS / 2);
    }

    /// The event with clean values in place of the free words of its properties.
    private ObjectNode variant(Habitat habitat) throws IOException {
        ObjectNode event = habitat.event();
        for (var leaf : habitat.leaves(habitat.properties())) {
            JsonNode value = event.at(leaf);
            ObjectNode changed =
                    new Habitat(habitat.name(), habitat.product(), habitat.source(), event).with(leaf, clean.next());
            if (value.isTextual() && isAccepted(habitat, changed)) {
                event = changed;
            }
        }
        return event;
    }

    private boolean isAccepted(Habitat habitat, ObjectNode event) throws IOException {
        return send(habitat, event).stream().allMatch(Verdict.Accepted.class::isInstance);
    }

    private List<Verdict> send(Habitat habitat, ObjectNode event) throws IOException {
        return door.send(habitat.product(), habitat.source(), event.toString().getBytes(StandardCharsets.UTF_8), false);
    }

    /// Of a child's profile clean data goes too, on purpose.
    private static boolean isOfAChild(Verdict.Accepted verdict) {
        return verdict.receipt().tags().contains("kids");
    }

    /// Everything but what the catalog says is an identifier, or not to be kept.
    private static void check(Habitat habitat, ObjectNode event, Verdict.Accepted verdict, List<String> altered) {
        JsonNode sent = habitat.propertiesOf(event).deepCopy();
        JsonNode kept = verdict.event().properties().deepCopy();
        int prefix = habitat.properties().toString().length();
        for (Redaction redaction : verdict.receipt().redactions()) {
            if (CATALOGED.contains(redaction.found())) {
                JsonPointer at = JsonPointer.compile(redaction.pointer().substring(prefix));
                remove(sent, at);
                remove(kept, at);
            }
        }
        if (!sent.toString().equals(kept.toString())) {
            altered.add(habitat + ": " + sent + " became " + kept);
        }
    }

    private static void remove(JsonNode json, JsonPointer at) {
        if (json.at(at.head()) instanceof ObjectNode parent) {
            parent.remove(at.last().getMatchingProperty());
        }
    }
}
