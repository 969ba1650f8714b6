package dev.weir.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/// Compressed bodies.
final class Gzip {

    private static final int MEGABYTE = 1024 * 1024;

    private Gzip() {}

    static byte[] of(byte[] plain) {
        return repeated(plain, 1);
    }

    /// Zeros, a thousandth of their size.
    static byte[] zeros(int megabytes) {
        return repeated(new byte[MEGABYTE], megabytes);
    }

    private static byte[] repeated(byte[] plain, int times) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(plain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
