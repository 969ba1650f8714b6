package dev.weir.core.privacy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// Requests full of canaries: for each kind of event one with a canary of another kind in each place, and one with a
/// canary of each kind in members that nobody declared.
///
/// @param secrets what must be nowhere afterwards
public record CanaryRequests(List<Request> requests, Set<String> secrets) {

    /// One request.
    ///
    /// @param body gzip, every other one
    public record Request(String product, Source source, byte[] body) {}

    /// The secrets that are in a text, in whatever encoding.
    public static List<String> found(Set<String> secrets, String text) {
        List<String> found =
                new ArrayList<>(secrets.stream().filter(text::contains).toList());
        Decoded decoded = Decoded.of(text);
        if (decoded != null) {
            found.addAll(found(secrets, decoded.text()));
        }
        return found;
    }

    /// As many requests as the products' limits of events ask for, with names, so that the intake table has their
    /// answers. A product has one canary of each kind.
    public static CanaryRequests all() throws IOException {
        CanaryRequests all = new CanaryRequests(new ArrayList<>(), new HashSet<>());
        int turn = 0;
        for (Habitat habitat : Habitat.ofSamples()) {
            int number = 5_000_000 + Math.floorMod(habitat.product().hashCode(), 1_000_000);
            List<Canary> canaries = Canary.all(number);
            String name = "Canary" + number + "Name";
            ArrayNode events = new JsonMapper().createArrayNode();
            for (JsonPointer leaf : habitat.leaves(habitat.properties())) {
                Canary canary = canaries.get(turn++ % canaries.size());
                Disguise disguise = Disguise.inTurn(turn);
                events.add(habitat.with(leaf, disguise.of(canary.text())));
            }
            for (JsonPointer object : habitat.objects(habitat.properties())) {
                Canary canary = canaries.get(turn++ % canaries.size());
                events.add(habitat.withMembers(object, canary.text(), name));
            }
            canaries.forEach(canary -> all.secrets.add(canary.secret()));
            all.secrets.add(name);
            all.add(habitat, events);
        }
        return all;
    }

    private void add(Habitat habitat, ArrayNode events) throws IOException {
        int most = Door.CATALOG
                .product(habitat.product())
                .orElseThrow()
                .settings()
                .limits()
                .events();
        for (int from = 0; from < events.size(); from += most) {
            ArrayNode part = new JsonMapper().createArrayNode();
            for (int i = from; i < Math.min(events.size(), from + most); i++) {
                part.add(events.get(i));
            }
            ObjectNode batch = part.objectNode().put("batch_id", "canary-" + requests.size());
            batch.set("events", part);
            byte[] body = Door.escaped(batch);
            requests.add(new Request(
                    habitat.product(), habitat.source(), requests.size() % 2 == 0 ? body : compressed(body)));
        }
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }
}
