package dev.weir.core.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A body read as JSON, or what is wrong with it, without quoting it: a parser's own message holds pieces of the body.
sealed interface JsonText {

    record Read(JsonNode root) implements JsonText {}

    record Fault(String reason) implements JsonText {}

    static JsonText read(JsonMapper mapper, byte[] json) {
        try {
            JsonNode root = mapper.readTree(json);
            return root.isMissingNode() ? new Fault("the body is empty") : new Read(root);
        } catch (StreamConstraintsException e) {
            return new Fault("the body is nested deeper than " + BodyReader.DEEPEST
                    + " levels, or has a name over 256 or a number over 64 characters" + place(e));
        } catch (JacksonException e) {
            boolean duplicate = e.getOriginalMessage().startsWith("Duplicate field");
            return new Fault(
                    (duplicate ? "the body has the same key twice in one object" : "the body is not JSON") + place(e));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static String place(JacksonException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
