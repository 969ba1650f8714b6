package dev.weir.core.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/// Values that look like something personal and are not, or that plain patterns take for it.
final class CleanValues {

    private final Random random;
    private final List<Supplier<String>> kinds;
    private int next;

    CleanValues(Random random) {
        this.random = random;
        this.kinds = List.of(
                () -> new UUID(random.nextLong(), random.nextLong()).toString(),
                () -> digits("17", 13),
                () -> digits("17", 16),
                () -> digits("1", 19),
                () -> "vod_" + digits("4", 16),
                () -> digits("1", 16),
                () -> "v%d.%d.%d".formatted(random.nextInt(20), random.nextInt(20), random.nextInt(99)),
                () -> "v1.%d.%d.%d".formatted(random.nextInt(20), random.nextInt(20), random.nextInt(99)),
                () -> "%d.%d.%d-rc.1+%s"
                        .formatted(random.nextInt(9), random.nextInt(9), random.nextInt(9), digits("20", 14)),
                () -> HexFormat.of().formatHex(hash("MD5")),
                () -> "sha256:" + HexFormat.of().formatHex(hash("SHA-256")),
                () -> Base64.getEncoder().encodeToString(hash("SHA-256")),
                () -> Base64.getUrlEncoder().withoutPadding().encodeToString(hash("SHA-1")),
                () -> "978-3-16-" + digits("", 6) + "-" + random.nextInt(10),
                () -> "found ISBN " + digits("978", 13) + " in version " + random.nextInt(9) + ".0.1.2, 12 times",
                () -> "01" + letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24),
                () -> "s3://lake/product=x/dt=2026-02-08/" + letters("0123456789abcdef", 16) + ".parquet",
                () -> "https://cdn.example.com/v/" + digits("4", 16) + "/1080p.m3u8?quality=hd&start="
                        + random.nextInt(99),
                () -> "%d.%02d EUR".formatted(random.nextInt(1000), random.nextInt(100)),
                () -> "2026-02-%02dT%02d:30:00.123Z".formatted(1 + random.nextInt(28), random.nextInt(24)),
                () -> "logo@2x.png",
                () -> "page/" + random.nextInt(100),
                () -> "50% off, ünïcode 🎬 \"quoted\"");
    }

    String next() {
        return kinds.get(next++ % kinds.size()).get();
    }

    private String digits(String prefix, int length) {
        return prefix + letters("0123456789", length - prefix.length());
    }

    private String letters(String alphabet, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    private byte[] hash(String algorithm) {
        try {
            String text = Long.toString(random.nextLong());
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
