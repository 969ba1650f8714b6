package dev.weir.core.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// A body after decompression, never larger than was asked for.
sealed interface Inflated {

    record Bytes(byte[] bytes) implements Inflated {}

    record TooLarge() implements Inflated {}

    record Broken() implements Inflated {}

    /// Stops inflating one byte past the limit, so that a small body cannot become a large one.
    static Inflated of(byte[] body, boolean gzip, int limit) {
        if (!gzip && !hasMagic(body)) {
            return body.length > limit ? new TooLarge() : new Bytes(body);
        }
        try (InputStream inflating = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] inflated = inflating.readNBytes(limit + 1);
            return inflated.length > limit ? new TooLarge() : new Bytes(inflated);
        } catch (IOException e) {
            return new Broken();
        }
    }

    private static boolean hasMagic(byte[] body) {
        return body.length >= 2 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
    }
}
