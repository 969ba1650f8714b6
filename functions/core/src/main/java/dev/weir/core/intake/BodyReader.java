package dev.weir.core.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Limits;
import dev.weir.core.event.RawEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the body of a request into events: `{"events":[…]}`, with a `batch_id` or without, a bare array, or one event;
/// gzip by header or by its magic bytes. Refuses what is too much before it holds it in memory.
public final class BodyReader {

    /// Deeper JSON than this is no event.
    static final int DEEPEST = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(new Numbers())
            .build();

    private BodyReader() {}

    /// The events of a body.
    ///
    /// @param gzip whether the request says that its body is compressed
    public static Body read(byte[] body, boolean gzip, Limits limits) {
        return switch (Inflated.of(body, gzip, limits.bytes())) {
            case Inflated.Bytes(byte[] json) -> parse(json, limits);
            case Inflated.TooLarge _ ->
                new Body.TooLarge("the body has more than " + limits.bytes() + " bytes, inflated");
            case Inflated.Broken _ -> new Body.Unreadable("the body is not complete gzip");
        };
    }

    private static Body parse(byte[] json, Limits limits) {
        if (json.length == 0) {
            return new Body.Unreadable("the body is empty");
        }
        if (!isUtf8(json)) {
            return new Body.Unreadable("the body is not valid UTF-8");
        }
        return switch (JsonText.read(MAPPER, json)) {
            case JsonText.Read(JsonNode root)
            when Numbers.tooFar(root) ->
                new Body.Unreadable("the body has a number with more than " + Numbers.MOST_PLACES + " places");
            case JsonText.Read(JsonNode root) -> events(root, limits);
            case JsonText.Fault(String reason) -> new Body.Unreadable(reason);
        };
    }

    /// JSON exchanged between systems is UTF-8 (RFC 8259, section 8.1).
    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Body events(JsonNode root, Limits limits) {
        if (root.isObject() && !root.has("events")) {
            return new Body.Events(List.of(new RawEvent(root, 0)), null);
        }
        JsonNode list = root.isObject() ? root.get("events") : root;
        if (!list.isArray()) {
            return new Body.Unreadable(
                    "the body must be {\"events\":[…]}, an array of events, or one event as an object");
        }
        if (list.isEmpty()) {
            return new Body.Unreadable("the body has no events");
        }
        if (list.size() > limits.events()) {
            return new Body.TooLarge(
                    "the request has " + list.size() + " events, at most " + limits.events() + " are taken at once");
        }
        JsonNode name = root.path("batch_id");
        if (!name.isMissingNode() && !BatchName.fits(name.textValue())) {
            return new Body.Unreadable("'batch_id' must be " + BatchName.RULE);
        }
        List<RawEvent> events = new ArrayList<>(list.size());
        list.forEach(event -> events.add(new RawEvent(event, events.size())));
        return new Body.Events(events, name.textValue());
    }
}
