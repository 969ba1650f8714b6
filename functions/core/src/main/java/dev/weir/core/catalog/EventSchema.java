package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import dev.weir.core.event.Violation;
import dev.weir.core.schema.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON Schema 2020-12, compiled on first use: a cold start pays for the schemas of the events that it meets, and for
/// the validator library only when something seems to be wrong. Safe for use by several threads.
public final class EventSchema {

    private final JsonNode source;
    private volatile @Nullable Check check;
    private volatile @Nullable Schema library;

    public EventSchema(JsonNode source) {
        this.source = source;
    }

    /// The schema as it was written, annotations included.
    public JsonNode source() {
        return source;
    }

    /// What is wrong with a value; empty when nothing is. What is certainly right is told quickly; the library has the
    /// last word on everything else.
    ///
    /// @param at JSON pointer of the value in the event, in front of every violation's pointer
    public List<Violation> check(JsonNode value, String at) {
        return passes(value) ? List.of() : violations(value, at);
    }

    /// Whether a value is certainly right. One that does not pass may be right too.
    public boolean passes(JsonNode value) {
        Check known = check;
        if (known == null) {
            known = Check.of(source);
            check = known;
        }
        return known.passes(value);
    }

    /// What the validator library says is wrong with a value, which is the law; empty when nothing is.
    ///
    /// @param at JSON pointer of the value in the event, in front of every violation's pointer
    public List<Violation> violations(JsonNode value, String at) {
        return library().validate(value).stream()
                .map(error -> SchemaViolations.of(error, at, source))
                .distinct()
                .toList();
    }

    private Schema library() {
        Schema known = library;
        if (known == null) {
            known = SchemaLibrary.compile(source);
            library = known;
        }
        return known;
    }
}
