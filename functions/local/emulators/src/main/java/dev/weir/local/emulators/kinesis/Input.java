package dev.weir.local.emulators.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request's members. A missing one is a `ValidationException`, one of the wrong type a `SerializationException`.
record Input(JsonNode node, Wire wire) {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    String text(String member) {
        String value = optionalText(member);
        if (value == null) {
            throw missing(member);
        }
        return value;
    }

    @Nullable
    String optionalText(String member) {
        JsonNode value = node.get(member);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrongType(member);
        }
        return value.textValue();
    }

    /// A number within limits.
    int number(String member, int absent, int min, int max) {
        JsonNode value = node.get(member);
        if (isAbsent(value)) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrongType(member);
        }
        if (value.longValue() < min || value.longValue() > max) {
            throw Refusal.constraint(name(member), "Member must have value between " + min + " and " + max);
        }
        return value.intValue();
    }

    Instant time(String member) {
        JsonNode value = present(member);
        if (!value.isNumber()) {
            throw wrongType(member);
        }
        BigDecimal millis =
                wire == Wire.CBOR ? value.decimalValue() : value.decimalValue().multiply(THOUSAND);
        if (millis.precision() - millis.scale() > 15) {
            throw wrongType(member);
        }
        return Instant.ofEpochMilli(millis.longValue());
    }

    byte[] bytes(String member) {
        JsonNode value = present(member);
        if (!value.isTextual() && !value.isBinary()) {
            throw wrongType(member);
        }
        try {
            return value.binaryValue();
        } catch (IOException failure) {
            throw Refusal.serialization("The member " + member + " is not base64.");
        }
    }

    List<Input> list(String member) {
        JsonNode values = present(member);
        if (!values.isArray()) {
            throw wrongType(member);
        }
        List<Input> inputs = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isObject()) {
                throw wrongType(member);
            }
            inputs.add(new Input(value, wire));
        }
        return inputs;
    }

    /// The stream that is meant, by name or by ARN.
    String stream() {
        String arn = optionalText("StreamARN");
        return arn == null ? text("StreamName") : Arn.stream(arn);
    }

    private JsonNode present(String member) {
        JsonNode value = node.get(member);
        if (isAbsent(value)) {
            throw missing(member);
        }
        return value;
    }

    private static boolean isAbsent(@Nullable JsonNode value) {
        return value == null || value.isNull();
    }

    private static Refusal missing(String member) {
        return Refusal.constraint(name(member), "Member must not be null");
    }

    private static Refusal wrongType(String member) {
        return Refusal.serialization("The member " + member + " is of the wrong type.");
    }

    private static String name(String member) {
        return Character.toLowerCase(member.charAt(0)) + member.substring(1);
    }
}
