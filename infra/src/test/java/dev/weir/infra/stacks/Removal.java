package dev.weir.infra.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Something that a template has, and could come to lack.
///
/// @param says what it is, for people
/// @param name what a test that misses it must say
/// @param from the object or array that it is in
/// @param member its name or index there
record Removal(String says, String name, JsonNode from, String member) {

    /// Takes it out of the templates that all tests look at, for as long as something runs.
    void during(Runnable run) {
        switch (from) {
            case ObjectNode object -> during(object, run);
            case ArrayNode array -> during(array, Integer.parseInt(member), run);
            default -> throw new IllegalStateException(says + ": nothing can be taken from a value");
        }
    }

    private void during(ObjectNode object, Runnable run) {
        // The very same members come back, in their order: others refer to them.
        Map<String, JsonNode> before = new LinkedHashMap<>();
        object.forEachEntry(before::put);
        object.remove(member);
        try {
            run.run();
        } finally {
            object.removeAll();
            object.setAll(before);
        }
    }

    private static void during(ArrayNode array, int index, Runnable run) {
        JsonNode taken = array.remove(index);
        try {
            run.run();
        } finally {
            array.insert(index, taken);
        }
    }

    @Override
    public String toString() {
        return says;
    }
}
