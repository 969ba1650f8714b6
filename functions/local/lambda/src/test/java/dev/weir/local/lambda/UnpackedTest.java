package dev.weir.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {

    @TempDir
    Path folder;

    @Test
    void leavesOutTheRuntimeClientThatTheZipBrings() throws IOException {
        Path zip = zip("lib/com.amazonaws.aws-lambda-java-runtime-interface-client-2.1.0.jar", 1);

        assertThat(Unpacked.of(zip, folder.resolve("work")).jars()).isEmpty();
    }

    @Test
    void unpacksTheSameContentOnce() throws IOException {
        Path work = folder.resolve("work");
        Unpacked first = Unpacked.of(zip("lib/a.jar", 1), work);
        Files.writeString(first.classArchive(), "kept");

        assertThat(Unpacked.of(zip("lib/a.jar", 1), work).classArchive()).hasContent("kept");
    }

    @Test
    void otherContentTakesThePlaceOfTheOld() throws IOException {
        Path work = folder.resolve("work");
        Unpacked old = Unpacked.of(zip("lib/a.jar", 1), work);

        Unpacked fresh = Unpacked.of(zip("lib/a.jar", 2), work);

        assertThat(old.folder()).doesNotExist();
        assertThat(fresh.jars()).hasSize(1);
    }

    @Test
    void beginsAgainWhereUnpackingWasCutShort() throws IOException {
        Path work = folder.resolve("work");
        Unpacked whole = Unpacked.of(zip("lib/a.jar", 1), work);
        Files.move(whole.task(), whole.folder().resolve("unpacking"));

        assertThat(Unpacked.of(zip("lib/a.jar", 1), work).jars()).hasSize(1);
    }

    @Test
    void refusesAnEntryOutsideOfItsFolder() throws IOException {
        Path zip = zip("../../escaped", 1);

        assertThatThrownBy(() -> Unpacked.of(zip, folder.resolve("work"))).isInstanceOf(IOException.class);
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    private Path zip(String entry, int content) throws IOException {
        return Files.write(folder.resolve("function.zip"), Harbour.zipped(entry, new byte[] {(byte) content}));
    }
}
