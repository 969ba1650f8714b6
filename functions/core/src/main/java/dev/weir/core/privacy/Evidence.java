package dev.weir.core.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// What was done for a privacy request, signed, and chained to the evidence before it: whoever changes or removes one
/// breaks all that follow. The file is one JSON object, `{"evidence": …, "signature": "<base64>"}`; what is signed is
/// the
/// member `evidence` with the members of all objects in the order of their names, no white space, in UTF-8.
///
/// @param sequence the place in the chain, from 1
/// @param previous SHA-256 of the file before, in hex; empty for the first
public record Evidence(long sequence, String previous, ObjectNode body) {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /// The signed file.
    public byte[] sign(EvidenceKey key) {
        ObjectNode evidence = body.deepCopy().put("sequence", sequence).put("previous", previous);
        ObjectNode file = CANONICAL.createObjectNode();
        file.set("evidence", evidence);
        file.put("signature", Base64.getEncoder().encodeToString(key.sign(canonical(evidence))));
        return canonical(file);
    }

    /// Reads a file that the key has signed.
    ///
    /// @throws IllegalArgumentException if it is no evidence, or not what was signed
    public static Evidence verify(byte[] file, EvidenceKey key) {
        JsonNode json = parse(file);
        if (!(json.path("evidence") instanceof ObjectNode evidence)
                || !evidence.path("sequence").isIntegralNumber()
                || !evidence.path("previous").isTextual()) {
            throw new IllegalArgumentException("it is no evidence of Weir");
        }
        if (!key.verifies(canonical(evidence), signature(json))) {
            throw new IllegalArgumentException("the signature is not that of this evidence and this key");
        }
        return new Evidence(
                evidence.path("sequence").asLong(), evidence.path("previous").asText(), evidence);
    }

    /// Whether this is the evidence right after the one in the file.
    public boolean follows(byte[] file) {
        return previous.equals(digest(file));
    }

    /// SHA-256 of a file in lower-case hex, as the next evidence names it.
    public static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] signature(JsonNode file) {
        try {
            return Base64.getDecoder().decode(file.path("signature").asText());
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static JsonNode parse(byte[] file) {
        try {
            return CANONICAL.readTree(file);
        } catch (IOException broken) {
            throw new IllegalArgumentException("it is no JSON", broken);
        }
    }

    private static byte[] canonical(JsonNode json) {
        try {
            return CANONICAL.writeValueAsBytes(json);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a tree is always JSON", impossible);
        }
    }
}
