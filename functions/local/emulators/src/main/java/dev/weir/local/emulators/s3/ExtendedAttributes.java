package dev.weir.local.emulators.s3;

import dev.weir.local.emulators.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/// The file system's promise to keep metadata beside a file. The server drops metadata in silence where there is none.
final class ExtendedAttributes {
    private ExtendedAttributes() {}

    static void require(Path folder) {
        try {
            var attributes = Files.getFileAttributeView(folder, UserDefinedFileAttributeView.class);
            attributes.write("weir", StandardCharsets.US_ASCII.encode("1"));
            attributes.delete("weir");
        } catch (IOException | UnsupportedOperationException failure) {
            throw new CannotStart(
                    "the file system of " + folder.toAbsolutePath() + " keeps no extended attributes, which S3 needs",
                    failure);
        }
    }
}
