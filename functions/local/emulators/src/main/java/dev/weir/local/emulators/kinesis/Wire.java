package dev.weir.local.emulators.kinesis;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The two encodings of the protocol. They differ in bytes (text in base64, or as they are) and in timestamps (seconds
/// with a fraction, or tagged milliseconds).
final class Wire {
    static final Wire JSON = new Wire("application/x-amz-json-1.1", new ObjectMapper());
    static final Wire CBOR = new Wire("application/x-amz-cbor-1.1", new CBORMapper());

    private final String contentType;
    private final ObjectMapper mapper;

    private Wire(String contentType, ObjectMapper mapper) {
        this.contentType = contentType;
        this.mapper = mapper.registerModule(new SimpleModule().addSerializer(Instant.class, new Timestamps()));
    }

    static Wire of(@Nullable String contentType) {
        return contentType != null && contentType.contains("cbor") ? CBOR : JSON;
    }

    String contentType() {
        return contentType;
    }

    /// @throws Refusal where the body is not one object
    Input read(byte[] body) {
        try {
            JsonNode node = mapper.readTree(body);
            if (node == null || !node.isObject()) {
                throw Refusal.serialization("The body is not an object.");
            }
            return new Input(node, this);
        } catch (JacksonException failure) {
            throw Refusal.serialization("The body cannot be parsed.");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    byte[] write(Object answer) throws IOException {
        return mapper.writeValueAsBytes(answer);
    }

    private static final class Timestamps extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (out instanceof CBORGenerator cbor) {
                cbor.writeTag(1);
                cbor.writeNumber(time.toEpochMilli());
            } else {
                out.writeNumber(BigDecimal.valueOf(time.toEpochMilli(), 3));
            }
        }
    }
}
