package dev.weir.schemas.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The folder of the documents: text files, whose names begin with the number of the document.
record Documents(Path folder) {

    static final List<String> PRODUCTS =
            List.of("video-window", "unofficial-communities", "ott-streaming", "thedata", "tenant-telemetry");

    /// What a product's document names.
    Extract extract(String product) throws IOException {
        String text = text(product);
        return switch (product) {
            case "video-window" -> VideoWindowDocument.read(text);
            case "unofficial-communities" -> UnofficialCommunitiesDocument.read(text);
            case "ott-streaming" -> OttStreamingDocument.read(text);
            case "thedata" -> TheDataDocument.read(text);
            case "tenant-telemetry" -> TenantTelemetryDocument.read(text);
            default -> throw new IllegalArgumentException("no document has the product " + product);
        };
    }

    String text(String product) throws IOException {
        String number = "00" + PRODUCTS.indexOf(product) + "_";
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(one -> one.toFile().getName().startsWith(number))
                    .findAny()
                    .orElseThrow(() -> new IOException("no file " + number + "*.txt in " + folder));
            return Files.readString(file);
        }
    }
}
