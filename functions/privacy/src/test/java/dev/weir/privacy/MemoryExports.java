package dev.weir.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/// Files that are handed out, in memory.
final class MemoryExports implements Exports {

    final TreeMap<String, byte[]> files = new TreeMap<>();
    private final MemoryObjects.Fate fate;

    MemoryExports(MemoryObjects.Fate fate) {
        this.fate = fate;
    }

    @Override
    public void put(String name, Path file) {
        fate.call(() -> files.put(name, read(file)));
    }

    @Override
    public boolean fetch(String name, Path to) {
        return fate.call(() -> {
            byte[] file = files.get(name);
            if (file != null) {
                write(to, file);
            }
            return file != null;
        });
    }

    @Override
    public void delete(String name) {
        fate.call(() -> files.remove(name));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path to, byte[] bytes) {
        try {
            Files.write(to, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
