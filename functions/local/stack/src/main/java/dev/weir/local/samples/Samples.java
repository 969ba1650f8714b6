package dev.weir.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds samples in files and folders.
public final class Samples {

    private final Set<String> products;

    /// @param products names that a folder on a sample's path may have, to say whose it is
    public Samples(Set<String> products) {
        this.products = Set.copyOf(products);
    }

    /// The samples of a folder, which are its `*.request.json`, or the one file as it is.
    ///
    /// @throws NoSuchFileException if there is no such file or folder
    public List<Sample> in(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(sample(place, String.valueOf(place.getFileName())));
        }
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(place)) {
            for (Path file : tree.filter(Samples::isRequest).sorted().toList()) {
                samples.add(sample(file, place.relativize(file).toString()));
            }
        }
        return samples;
    }

    private static boolean isRequest(Path file) {
        return file.toString().endsWith(Sample.REQUEST);
    }

    private Sample sample(Path file, String name) throws IOException {
        return new Sample(name.replace(Sample.REQUEST, ""), product(file), Files.readAllBytes(file), outcome(file));
    }

    private Optional<String> product(Path file) {
        for (Path folder : file.toAbsolutePath().normalize()) {
            if (products.contains(folder.toString())) {
                return Optional.of(folder.toString());
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> outcome(Path file) throws IOException {
        if (!isRequest(file) || !Files.exists(Sample.outcomeOf(file))) {
            return Optional.empty();
        }
        return Optional.of(new JsonMapper().readTree(Sample.outcomeOf(file).toFile()));
    }
}
