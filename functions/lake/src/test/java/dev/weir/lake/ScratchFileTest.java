package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where an object is while it is made: what is there of it, for how long, and what happens where there is no room.
class ScratchFileTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasWrittenAsOftenAsItIsAsked() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        try (ScratchFile file = new ScratchFile()) {
            PositionOutputStream out = file.create(0);
            out.write(bytes[0]);
            out.write(bytes, 1, 10);
            out.write(bytes, 11, 200_000);
            assertThat(file.bytes()).hasSize(200_011);
            out.write(bytes, 200_011, 99_989);

            assertThat(out.getPos()).isEqualTo(300_000);
            assertThat(file.size()).isEqualTo(300_000);
            assertThat(file.bytes()).isEqualTo(bytes);
            assertThat(file.open().readAllBytes()).isEqualTo(bytes);
            assertThat(ObjectDigest.of(file)).isEqualTo(ObjectDigest.of(bytes));
        }
    }

    @Test
    void refusesToBecomeLargerThanItMay() throws IOException {
        try (ScratchFile file = new ScratchFile(channel("some"), 100)) {
            PositionOutputStream out = file.create(0);
            out.write(new byte[100], 0, 100);

            assertThatThrownBy(() -> out.write(0))
                    .isInstanceOf(LakeUnavailable.class)
                    .hasMessage("a temporary file would be larger than 100 bytes");
        }
    }

    @Test
    void saysThatTheDiskIsFull() throws IOException {
        assumeThat(FULL).exists();
        try (ScratchFile file = new ScratchFile(FileChannel.open(FULL, StandardOpenOption.WRITE), 1_000_000)) {
            PositionOutputStream out = file.create(0);

            assertThatThrownBy(() -> out.write(new byte[100_000], 0, 100_000))
                    .isInstanceOf(LakeUnavailable.class)
                    .hasMessageStartingWith("cannot write a temporary file after 0 bytes: ");
        }
    }

    @Test
    void nobodyFindsItWhileItIsWrittenNorAfterwards() {
        MemoryLake lake = new MemoryLake();
        new BronzeWriter(Fields.TABLE, lake)
                .write(List.of(
                        event("a").of(IdentityKind.USER, 1).row(1, 0),
                        event("b").of(IdentityKind.USER, 2).row(1, 1)));
        Sought person = new Sought.Person(Set.of(new Pseudonym(1, 1)), Instant.parse("2026-02-09T00:00:00Z"));
        List<String> during = new ArrayList<>();

        ErasedObject erased = new ObjectEraser(lake, name -> true)
                .erase(lake.list("bronze/").getFirst(), List.of(person), planned -> during.addAll(names()))
                .orElseThrow();

        assertThat(erased.rowsAfter()).isEqualTo(1);
        assertThat(during).isEmpty();
        assertThat(names()).isEmpty();
    }

    private static List<String> names() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(ScratchFile.PREFIX))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private FileChannel channel(String name) throws IOException {
        return FileChannel.open(
                folder.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
