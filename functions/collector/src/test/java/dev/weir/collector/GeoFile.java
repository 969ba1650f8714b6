package dev.weir.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a small MaxMind DB of IPv6 networks (specification 2.0: 24-bit records), IPv4 networks in its `::/96`.
final class GeoFile {

    private static final int EMPTY = 0;

    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    GeoFile() {
        nodes.add(new int[2]);
    }

    /// Puts a network there.
    ///
    /// @param network 16 bytes
    /// @param value text, a list or a map of these
    GeoFile put(byte[] network, int bits, Object value) {
        int offset = data.size();
        encode(value, data);
        int node = 0;
        for (int i = 0; i < bits - 1; i++) {
            node = child(node, bit(network, i));
        }
        nodes.get(node)[bit(network, bits - 1)] = -1 - offset;
        return this;
    }

    /// Puts an IPv4 network there.
    GeoFile put4(int a, int b, int c, int bits, Object value) {
        byte[] network = new byte[16];
        network[12] = (byte) a;
        network[13] = (byte) b;
        network[14] = (byte) c;
        return put(network, 96 + bits, value);
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            record(node[0], out);
            record(node[1], out);
        }
        out.writeBytes(new byte[16]);
        data.writeTo(out);
        out.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.writeBytes("MaxMind.com".getBytes(StandardCharsets.UTF_8));
        encode(
                new TreeMap<>(Map.of(
                        "binary_format_major_version",
                        2,
                        "binary_format_minor_version",
                        0,
                        "build_epoch",
                        1_767_225_600L,
                        "database_type",
                        "Weir-Test",
                        "description",
                        Map.of("en", "test"),
                        "ip_version",
                        6,
                        "languages",
                        List.of("en"),
                        "node_count",
                        (long) nodes.size(),
                        "record_size",
                        24)),
                out);
        Files.write(file, out.toByteArray());
    }

    private int child(int node, int bit) {
        if (nodes.get(node)[bit] == EMPTY) {
            nodes.add(new int[2]);
            nodes.get(node)[bit] = nodes.size() - 1;
        }
        return nodes.get(node)[bit];
    }

    private static int bit(byte[] network, int index) {
        return network[index / 8] >> (7 - index % 8) & 1;
    }

    private void record(int entry, ByteArrayOutputStream out) {
        int count = nodes.size();
        int record = entry == EMPTY ? count : entry > 0 ? entry : count + 16 + (-1 - entry);
        number(record, 3, out);
    }

    private static void encode(Object value, ByteArrayOutputStream out) {
        switch (value) {
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.write(2 << 5 | bytes.length);
                out.writeBytes(bytes);
            }
            case Integer small -> {
                out.write(5 << 5 | 2);
                number(small, 2, out);
            }
            case Long big -> {
                out.write(6 << 5 | 4);
                number(big, 4, out);
            }
            case Map<?, ?> map -> {
                out.write(7 << 5 | map.size());
                map.forEach((key, member) -> {
                    encode(key, out);
                    encode(member, out);
                });
            }
            case List<?> list -> {
                out.write(list.size());
                out.write(11 - 7);
                list.forEach(item -> encode(item, out));
            }
            default -> throw new IllegalArgumentException("no such type here");
        }
    }

    private static void number(long number, int bytes, ByteArrayOutputStream out) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (number >> (8 * i)));
        }
    }
}
