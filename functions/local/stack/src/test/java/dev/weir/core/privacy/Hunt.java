package dev.weir.core.privacy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.intake.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Plants canaries wherever an event takes one, and looks for them in everything that comes of the event.
final class Hunt {

    private final Door door;
    private final Set<String> envelopes = new HashSet<>();
    private int number;

    /// What was found where it must not be: kind, disguise, and place.
    final Set<String> leaks = new TreeSet<>();

    /// How many events with a canary were accepted, the rejected ones being no test of what is stored.
    int accepted;

    Hunt(Door door) {
        this.door = door;
    }

    /// The envelope is the same for all events of a form, and is gone through once.
    void through(Habitat habitat) throws IOException {
        boolean everywhere = envelopes.add(habitat.envelope());
        JsonPointer below = everywhere ? JsonPointer.empty() : habitat.properties();
        for (JsonPointer leaf : habitat.leaves(below)) {
            List<Canary> canaries = Canary.all(++number);
            for (int i = 0; i < canaries.size(); i++) {
                Canary canary = canaries.get(i);
                Disguise disguise = Disguise.inTurn(number + i);
                JsonNode event = habitat.with(leaf, disguise.of(canary.text()));
                look(habitat, event, canary.secret(), canary.kind() + " " + disguise + " at " + leaf);
            }
        }
        for (JsonPointer object : habitat.objects(below)) {
            for (Canary canary : Canary.all(++number)) {
                String name = "Canary" + number + "Name";
                JsonNode event = habitat.withMembers(object, canary.text(), name);
                look(habitat, event, canary.secret(), canary.kind() + " in members of " + object);
                look(habitat, event, name, "name in members of " + object);
            }
        }
    }

    /// Plants what only a declared key tells.
    void underKeys(Habitat habitat) throws IOException {
        for (Map.Entry<String, Canary> planted : Canary.underKeys(++number).entrySet()) {
            Canary canary = planted.getValue();
            JsonNode event = habitat.with(habitat.properties().appendProperty(planted.getKey()), canary.text());
            look(habitat, event, canary.secret(), canary.kind() + " under " + planted.getKey());
        }
    }

    private void look(Habitat habitat, JsonNode event, String secret, String what) throws IOException {
        boolean odd = (number & 1) == 1;
        byte[] body = odd ? Door.escaped(event) : new JsonMapper().writeValueAsBytes(event);
        for (Verdict verdict : door.send(habitat.product(), habitat.source(), body, odd)) {
            accepted += verdict instanceof Verdict.Accepted ? 1 : 0;
            for (String text : texts(verdict)) {
                if (holds(text, secret)) {
                    leaks.add(habitat + ": " + what);
                }
            }
        }
    }

    /// A disguise is no protection: what is stored is decoded before it is searched.
    static boolean holds(String text, String secret) {
        if (text.contains(secret)) {
            return true;
        }
        Decoded decoded = Decoded.of(text);
        return decoded != null && holds(decoded.text(), secret);
    }

    private static List<String> texts(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(StoredEvent event, var receipt) -> {
                FlatEvent flat = FlatEvent.of(event);
                List<String> texts = new ArrayList<>(List.of(receipt.toString(), verdict.toString(), event.toString()));
                for (Map.Entry<String, Object> field : flat.fields().entrySet()) {
                    texts.add(field.getKey() + " " + field.getValue());
                }
                everyText(flat.properties(), texts);
                yield texts;
            }
            case Verdict.Rejected rejected -> List.of(rejected.toString());
            case Verdict.Dropped dropped -> List.of(dropped.toString());
        };
    }

    private static void everyText(JsonNode json, List<String> texts) {
        json.propertyStream().forEach(member -> texts.add(member.getKey()));
        json.forEach(child -> everyText(child, texts));
        if (json.isValueNode()) {
            texts.add(json.asText());
        }
    }
}
