package dev.weir.infra.environment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Reads environments. Every field must be there, and none that is not known: a setting that nobody reads is one that
/// somebody believes in.
public final class EnvironmentFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private EnvironmentFile() {}

    /// The environment in a file `<name>.yaml`.
    ///
    /// @throws InvalidEnvironment naming file, field and rule
    public static Environment read(Path file) {
        String fileName = String.valueOf(file.getFileName());
        try {
            return parse(fileName.replaceFirst("\\.yaml$", ""), Files.readString(file));
        } catch (InvalidEnvironment invalid) {
            throw invalid.in(fileName);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + fileName, e);
        }
    }

    static Environment parse(String name, String text) {
        try {
            if (!(YAML.readTree(text) instanceof ObjectNode fields)) {
                throw new InvalidEnvironment("must be a YAML mapping of settings");
            }
            if (fields.has("name")) {
                throw new InvalidEnvironment("name: is the file's name, and cannot be set");
            }
            RequiredFields.check(fields);
            return YAML.treeToValue((JsonNode) fields.put("name", name), Environment.class);
        } catch (JacksonException e) {
            throw explained(e);
        }
    }

    private static InvalidEnvironment explained(JacksonException problem) {
        if (problem.getCause() instanceof InvalidEnvironment invalid) {
            return invalid;
        }
        return switch (problem) {
            case UnrecognizedPropertyException unknown ->
                new InvalidEnvironment(
                        path(unknown) + ": is not a setting; known are " + unknown.getKnownPropertyIds());
            case InvalidFormatException format ->
                new InvalidEnvironment(path(format) + ": cannot be '" + format.getValue() + "'");
            case MismatchedInputException mismatch ->
                new InvalidEnvironment(path(mismatch) + ": has a value of the wrong kind");
            default -> new InvalidEnvironment("is not YAML: " + problem.getOriginalMessage());
        };
    }

    private static String path(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
