package dev.weir.schemas.compiler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads JSON and YAML below one folder, each file once; names that are there twice are a problem, not a surprise.
final class Sources {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path root;
    private final Problems problems;
    private final Map<Path, Optional<SourceFile>> files = new HashMap<>();

    Sources(Path root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /// The file, unless it is missing or cannot be read as an object, which is reported.
    Optional<SourceFile> read(Path file) {
        Optional<SourceFile> known = files.get(file);
        if (known == null) {
            known = parse(file);
            files.put(file, known);
        }
        return known;
    }

    /// What is in a folder, by name; nothing if there is no such folder. Dotfiles are not looked at.
    List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Place place(Path file) {
        return Place.of(root.relativize(file).toString().replace('\\', '/'));
    }

    static String name(Path path) {
        return path.getName(path.getNameCount() - 1).toString();
    }

    private Optional<SourceFile> parse(Path file) {
        Place place = place(file);
        if (!Files.isRegularFile(file)) {
            problems.report(place, "is missing", "create it");
            return Optional.empty();
        }
        ObjectMapper mapper = name(file).endsWith(".yaml") ? YAML : JSON;
        try {
            JsonNode json = mapper.readTree(Files.readAllBytes(file));
            if (json instanceof ObjectNode object) {
                return Optional.of(new SourceFile(file, place, object));
            }
            problems.report(place, "is not an object", "write an object");
        } catch (JsonProcessingException e) {
            problems.report(place, "cannot be read: " + e.getOriginalMessage(), "mend it at " + where(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "its beginning"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
