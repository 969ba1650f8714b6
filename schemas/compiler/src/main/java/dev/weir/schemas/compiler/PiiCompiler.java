package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.PiiPolicy;
import dev.weir.core.event.PiiKind;
import java.util.function.Consumer;

/// Compiles what is done about personal data of each kind.
final class PiiCompiler {

    private final Problems problems;

    PiiCompiler(Problems problems) {
        this.problems = problems;
    }

    ObjectNode compile(JsonNode actions, Place at) {
        ObjectNode compiled = JsonNodeFactory.instance.objectNode();
        actions.forEachEntry((kind, action) -> {
            known(kind, PiiKind::of, at.child(kind), "name one of the kinds");
            known(action.asText(), PiiPolicy.Action::of, at.child(kind), "use remove, mask, hash or reject");
            compiled.set(kind, action);
        });
        return compiled;
    }

    private void known(String word, Consumer<String> words, Place at, String remedy) {
        try {
            words.accept(word);
        } catch (IllegalArgumentException e) {
            problems.report(at, String.valueOf(e.getMessage()), remedy);
        }
    }
}
