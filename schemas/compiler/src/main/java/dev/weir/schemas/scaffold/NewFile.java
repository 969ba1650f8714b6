package dev.weir.schemas.scaffold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A file to be written, by its path below a folder.
record NewFile(String path, String text) {

    private static final ObjectWriter JSON = new JsonMapper().writer(printer());

    static NewFile json(String path, JsonNode json) {
        try {
            return new NewFile(path, JSON.writeValueAsString(json) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    /// Writes files that are not there yet.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if one is, which is left as it is
    static List<Path> writeAll(Path folder, List<NewFile> files) throws IOException {
        List<Path> written = new ArrayList<>();
        for (NewFile file : files) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.text(), StandardOpenOption.CREATE_NEW);
            written.add(path);
        }
        return written;
    }
}
