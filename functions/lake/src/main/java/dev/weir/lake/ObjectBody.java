package dev.weir.lake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The bytes of an object that is to be stored: in memory, or in a file that is gone when its writer is done with it.
public sealed interface ObjectBody permits ObjectBody.Held, ScratchFile {

    /// In bytes.
    long size();

    /// The bytes from the first on, however often it is asked for them.
    InputStream open();

    /// All of them at once.
    default byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read what is to be stored", broken);
        }
    }

    /// Bytes in memory.
    record Held(byte[] bytes) implements ObjectBody {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public String toString() {
            return "Held[" + bytes.length + " bytes]";
        }
    }
}
