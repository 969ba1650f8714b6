package dev.weir.counters;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.weir.core.event.FlatEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The values that an event is counted under, one per dimension of its counter, as a JSON array: `["app.launch",null]`
/// is an app launch of no platform.
record Combination(String text) {

    /// Where everything is counted that would make an item too large: values beyond the most, or too long.
    static final Combination OTHER = new Combination("~other");

    /// Most bytes of a combination of its own.
    static final int MAX_BYTES = 256;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROPERTIES = "properties.";

    /// The combination of an event.
    ///
    /// @param by stored fields, or `properties.<name>`
    static Combination of(FlatEvent event, List<String> by) {
        ArrayNode values = JSON.createArrayNode();
        by.forEach(dimension -> value(event, dimension).ifPresentOrElse(values::add, values::addNull));
        String text = values.toString();
        return text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES ? OTHER : new Combination(text);
    }

    /// Its values, for a counter of so many dimensions. One that was counted when the counter had another number of
    /// dimensions is [#OTHER].
    List<Optional<String>> values(int dimensions) {
        List<Optional<String>> values = equals(OTHER) ? List.of() : parsed();
        return values.size() == dimensions ? values : Collections.nCopies(dimensions, Optional.of(OTHER.text));
    }

    private List<Optional<String>> parsed() {
        try {
            return StreamSupport.stream(JSON.readTree(text).spliterator(), false)
                    .map(value -> Optional.ofNullable(value.textValue()))
                    .toList();
        } catch (JacksonException e) {
            throw new IllegalStateException("the counters table has a combination that is not JSON", e);
        }
    }

    private static Optional<String> value(FlatEvent event, String dimension) {
        if (dimension.startsWith(PROPERTIES)) {
            JsonNode property = event.properties().path(dimension.substring(PROPERTIES.length()));
            return property.isValueNode() && !property.isNull() ? Optional.of(property.asText()) : Optional.empty();
        }
        return Optional.ofNullable(event.fields().get(dimension)).map(Object::toString);
    }
}
