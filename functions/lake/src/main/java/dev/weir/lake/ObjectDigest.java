package dev.weir.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of what an object holds, or is to hold, in lower-case hex. It is read in parts.
public final class ObjectDigest {

    private static final int PART = 512 * 1024;

    private ObjectDigest() {}

    /// Of an object as it was listed.
    ///
    /// @throws LakeUnavailable if it cannot be read, or has changed or gone
    public static String of(LakeObjects lake, LakeObject object) {
        MessageDigest sha256 = sha256();
        for (long from = 0; from < object.size(); from += PART) {
            sha256.update(lake.read(object, from, (int) Math.min(PART, object.size() - from)));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static String of(ObjectBody body) {
        MessageDigest sha256 = sha256();
        byte[] part = new byte[64 * 1024];
        try (InputStream in = body.open()) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                sha256.update(part, 0, read);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read what is to be stored", broken);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
