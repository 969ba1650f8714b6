package dev.weir.core.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Objection;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// One entry in the list of objections: somebody objects, or takes it back. Entries are kept as JSON in the order in
/// which they were made, and [ObjectionBook] reads them in that order.
///
/// @param names under every version of the key; none where everybody of the tenant is meant
/// @param withdrawn whether all objections of this kind, restriction or not, are taken back
public record ObjectionEntry(
        String product, String tenant, Set<Pseudonym> names, Objection objection, boolean withdrawn) {

    private static final JsonMapper JSON = new JsonMapper();

    public ObjectionEntry {
        names = Set.copyOf(names);
    }

    /// Whether a withdrawal leaves nothing of an entry that came before it.
    public boolean settles(ObjectionEntry earlier) {
        return withdrawn
                && product.equals(earlier.product)
                && tenant.equals(earlier.tenant)
                && objection.isRestriction() == earlier.objection.isRestriction()
                && (names.isEmpty()
                        ? earlier.names.isEmpty()
                        : earlier.names.stream().anyMatch(names::contains));
    }

    public String json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("product", product)
                .put("tenant", tenant)
                .put("reach", objection.reach().name().toLowerCase(Locale.ROOT))
                .put("withdrawn", withdrawn);
        objection.purposes().stream()
                .map(Purpose::name)
                .sorted()
                .forEach(purpose -> json.withArrayProperty("purposes").add(purpose));
        new TreeSet<>(names).forEach(name -> json.withArrayProperty("names").add(name.hex()));
        return json.toString();
    }

    /// Reads the form of [#json()].
    ///
    /// @throws IllegalArgumentException if it is another one; it is not part of the message
    public static ObjectionEntry of(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            Set<Pseudonym> names = new TreeSet<>();
            json.path("names").forEach(name -> names.add(Pseudonym.ofHex(name.asText())));
            Set<Purpose> purposes = new HashSet<>();
            json.path("purposes").forEach(purpose -> purposes.add(new Purpose(purpose.asText())));
            String reach = json.required("reach").asText().toUpperCase(Locale.ROOT);
            return new ObjectionEntry(
                    json.required("product").asText(),
                    json.required("tenant").asText(),
                    names,
                    new Objection(Objection.Reach.valueOf(reach), purposes),
                    json.required("withdrawn").asBoolean());
        } catch (JacksonException | IllegalArgumentException broken) {
            // Without its cause, which may quote a name.
            throw new IllegalArgumentException("an entry in the list of objections cannot be understood");
        }
    }

    @Override
    public String toString() {
        return "ObjectionEntry[" + product + "]";
    }
}
