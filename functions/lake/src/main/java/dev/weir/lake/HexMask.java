package dev.weir.lake;

import dev.weir.core.event.Pseudonym;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.io.api.Binary;

/// Puts `[identifier]` where a text has the hex of a pseudonym, as the collector does where a person is not to
/// be known. In JSON it does so within strings; a number is nobody's pseudonym.
final class HexMask {

    private static final byte[] MASK = "[identifier]".getBytes(StandardCharsets.UTF_8);
    private static final int DIGITS = 2 * Pseudonym.SIZE;

    private final Predicate<Pseudonym> hidden;

    private HexMask(Predicate<Pseudonym> hidden) {
        this.hidden = hidden;
    }

    /// Hides these.
    static HexMask of(Set<Pseudonym> names) {
        return new HexMask(names::contains);
    }

    /// Hides all that may be a pseudonym: 32 lower-case hex digits in a row.
    static HexMask ofAll() {
        return new HexMask(name -> true);
    }

    Binary inText(Binary text) {
        byte[] bytes = text.getBytes();
        return masked(text, bytes, covered(bytes));
    }

    Binary inJson(Binary json) {
        byte[] bytes = json.getBytes();
        BitSet covered = covered(bytes);
        if (!covered.isEmpty()) {
            covered.and(strings(bytes));
        }
        return masked(json, bytes, covered);
    }

    private BitSet covered(byte[] bytes) {
        BitSet covered = new BitSet();
        HexNames.at(bytes, (name, start) -> {
            if (hidden.test(name)) {
                covered.set(start, start + DIGITS);
            }
        });
        return covered;
    }

    private static BitSet strings(byte[] json) {
        BitSet inside = new BitSet();
        boolean string = false;
        for (int at = 0; at < json.length; at++) {
            if (json[at] == '"') {
                string = !string;
            } else if (string) {
                inside.set(at);
                at += json[at] == '\\' ? 1 : 0;
            }
        }
        return inside;
    }

    private static Binary masked(Binary same, byte[] bytes, BitSet covered) {
        if (covered.isEmpty()) {
            return same;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        for (int start = covered.nextSetBit(0); start >= 0; start = covered.nextSetBit(at)) {
            out.write(bytes, at, start - at);
            out.writeBytes(MASK);
            at = covered.nextClearBit(start);
        }
        out.write(bytes, at, bytes.length - at);
        return Binary.fromConstantByteArray(out.toByteArray());
    }
}
