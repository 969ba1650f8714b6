package dev.weir.schemas.release;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The released set on disk: `released/<product>/<event>/<version>.json`, and a `product.json` for each product. Equal
/// content is equal bytes, so that a review shows what a release changes.
final class ReleasedFiles {

    static final String FOLDER = "released";
    static final String SETTINGS = "product.json";

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,5}\\.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Path root;
    private final List<Finding> findings = new ArrayList<>();

    /// @param schemas the folder of schemas, in which the released set is a folder
    ReleasedFiles(Path schemas) {
        this.root = schemas.resolve(FOLDER);
    }

    /// What is released, by product. What cannot be read is left out, and reported.
    SortedMap<String, Released> read() {
        SortedMap<String, Released> products = new TreeMap<>();
        for (Path folder : list(root)) {
            products.put(name(folder), product(folder));
        }
        return products;
    }

    /// What is wrong with the files that were read.
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// Writes what differs from what is there.
    ///
    /// @return the paths of what was written, below the schemas folder
    List<String> write(SortedMap<String, Released> products) {
        List<String> written = new ArrayList<>();
        products.forEach((name, product) -> product.files().forEach((path, json) -> {
            Path file = root.resolve(name).resolve(path);
            if (write(file, text(json))) {
                written.add(FOLDER + "/" + name + "/" + path);
            }
        }));
        return written;
    }

    private Released product(Path folder) {
        ObjectNode settings = read(folder.resolve(SETTINGS)).orElseGet(JsonNodeFactory.instance::objectNode);
        SortedMap<String, SortedMap<Integer, ObjectNode>> events = new TreeMap<>();
        for (Path event : list(folder)) {
            if (Files.isDirectory(event)) {
                events.put(name(event), versions(event));
            }
        }
        return new Released(settings, events);
    }

    private SortedMap<Integer, ObjectNode> versions(Path event) {
        SortedMap<Integer, ObjectNode> versions = new TreeMap<>();
        for (Path file : list(event)) {
            if (VERSION.matcher(name(file)).matches()) {
                read(file)
                        .ifPresent(
                                json -> versions.put(Integer.valueOf(name(file).replace(".json", "")), json));
            } else {
                report(file, "is not a released version");
            }
        }
        return versions;
    }

    private Optional<ObjectNode> read(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            if (JSON.readTree(text) instanceof ObjectNode object && text(object).equals(text)) {
                return Optional.of(object);
            }
            report(file, "is not what ./weir catalog release has written");
        } catch (JsonProcessingException e) {
            report(file, "cannot be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private void report(Path file, String rule) {
        String path = FOLDER + "/" + root.relativize(file).toString().replace('\\', '/');
        findings.add(new Finding(
                path,
                JsonPointer.empty(),
                rule,
                "restore it from version control; nobody but ./weir catalog release writes there"));
    }

    private static String text(ObjectNode json) {
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that cannot be written", e);
        }
    }

    private static boolean write(Path file, String text) {
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                return false;
            }
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
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

    private static String name(Path path) {
        return path.getName(path.getNameCount() - 1).toString();
    }
}
