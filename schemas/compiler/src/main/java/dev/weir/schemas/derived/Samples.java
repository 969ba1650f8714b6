package dev.weir.schemas.derived;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The samples of requests, by product and event.
///
/// @param folder what holds a folder for each product
record Samples(Path folder) {

    /// The request that is accepted, as it is written; none if the event has no sample yet.
    Optional<String> accepted(CatalogedEvent event) {
        Path sample = folder.resolve(event.product()).resolve(event.name()).resolve("accepted.request.json");
        try {
            return Files.exists(sample) ? Optional.of(Files.readString(sample)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
