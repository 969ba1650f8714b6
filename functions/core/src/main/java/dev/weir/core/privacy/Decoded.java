package dev.weir.core.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text without one layer of its encoding, and where each of its characters was before: percent-encoding of UTF-8
/// (RFC 3986, section 2.1), and JSON's escapes by number in a text that holds JSON itself.
///
/// @param starts for each character, where what encodes it starts in the original
/// @param ends and where that ends
record Decoded(String text, int[] starts, int[] ends) {

    /// A text decoded once; null if nothing in it is encoded.
    static @Nullable Decoded of(String text) {
        boolean mayBe = text.indexOf('%') >= 0 || text.indexOf("\\u") >= 0;
        return mayBe ? new Decoding(text).decoded() : null;
    }

    /// Without one more layer; null if there is none.
    @Nullable
    Decoded again() {
        Decoded inner = of(text);
        if (inner == null) {
            return null;
        }
        for (int i = 0; i < inner.text.length(); i++) {
            int last = inner.ends[i] - 1;
            inner.starts[i] = starts[inner.starts[i]];
            inner.ends[i] = ends[last];
        }
        return inner;
    }

    /// What was found here as places of the original, together with what was found there.
    List<Finding> adding(List<Finding> found, List<Finding> known) {
        if (found.isEmpty()) {
            return known;
        }
        List<Finding> all = new ArrayList<>(known);
        found.forEach(
                finding -> all.add(new Finding(starts[finding.start()], ends[finding.end() - 1], finding.kind())));
        all.sort(Comparator.comparingInt(Finding::start));
        return joined(all);
    }

    private static List<Finding> joined(List<Finding> sorted) {
        List<Finding> joined = new ArrayList<>();
        for (Finding finding : sorted) {
            Finding last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.touches(finding)) {
                joined.set(joined.size() - 1, last.joined(finding));
            } else {
                joined.add(finding);
            }
        }
        return joined;
    }

    @Override
    public String toString() {
        return "Decoded[redacted]";
    }

    /// The work of decoding one text.
    private static final class Decoding {

        private final String original;
        private final StringBuilder text;
        private final int[] starts;
        private final int[] ends;

        Decoding(String original) {
            this.original = original;
            this.text = new StringBuilder(original.length());
            this.starts = new int[original.length()];
            this.ends = new int[original.length()];
        }

        @Nullable
        Decoded decoded() {
            int at = 0;
            while (at < original.length()) {
                at = step(at);
            }
            return text.length() == original.length() ? null : new Decoded(text.toString(), starts, ends);
        }

        private int step(int at) {
            int lead = octet(at);
            if (lead >= 0) {
                int octets = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
                return add(utf8(at, octets), at, at + 3 * octets);
            }
            int unit = original.startsWith("\\u", at) ? hex(at + 2, 4) : -1;
            return unit >= 0
                    ? add(String.valueOf((char) unit), at, at + 6)
                    : add(original.substring(at, at + 1), at, at + 1);
        }

        private int add(@Nullable String characters, int start, int end) {
            if (characters == null) {
                return add(original.substring(start, start + 1), start, start + 1);
            }
            for (int i = 0; i < characters.length(); i++) {
                starts[text.length()] = start;
                ends[text.length()] = end;
                text.append(characters.charAt(i));
            }
            return end;
        }

        /// The character that so many encoded octets make; null if they are not there.
        private @Nullable String utf8(int at, int octets) {
            byte[] bytes = new byte[octets];
            for (int i = 0; i < octets; i++) {
                int octet = octet(at + 3 * i);
                if (octet < 0) {
                    return null;
                }
                bytes[i] = (byte) octet;
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private int octet(int at) {
            return Characters.isAt(original, at, '%') ? hex(at + 1, 2) : -1;
        }

        private int hex(int at, int digits) {
            if (at + digits > original.length()) {
                return -1;
            }
            int value = 0;
            for (int i = at; i < at + digits; i++) {
                if (!Characters.isHex(original.charAt(i))) {
                    return -1;
                }
                value = value * 16 + Character.digit(original.charAt(i), 16);
            }
            return value;
        }
    }
}
