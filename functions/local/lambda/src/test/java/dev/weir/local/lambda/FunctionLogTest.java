package dev.weir.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionLogTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void appendsToWhatWasThereBefore() throws IOException {
        for (String line : new String[] {"one", "two"}) {
            try (FunctionLog log = new FunctionLog(file(), NOON)) {
                log.line(line);
            }
        }

        assertThat(file()).hasContent("2026-01-01T12:00:00Z one\n2026-01-01T12:00:00Z two\n");
    }

    @Test
    void beginsANewFileAtTenMegabytesAndKeepsOneOldOne() throws IOException {
        String megabyte = "x".repeat(1_000_000);
        try (FunctionLog log = new FunctionLog(file(), NOON)) {
            for (int i = 0; i < 25; i++) {
                log.line(megabyte);
            }
        }

        assertThat(Files.size(file())).isLessThan(10_000_000);
        assertThat(folder.resolve("raft.log.1")).exists();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private Path file() {
        return folder.resolve("raft.log");
    }
}
