package dev.weir.core.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds personal data in text by its shape, in one pass and without backtracking: two characters say which shapes
/// may begin there. Every shape that has a checksum is checked by it, because plain patterns take clean numbers for
/// personal ones. Text with percent-encoding (RFC 3986) or JSON's escapes in it is looked at as it is and decoded, up
/// to twice.
final class PiiScanner {

    /// Looks for everything.
    static final PiiScanner COMPLETE = new PiiScanner(Detector.ALL, 2);

    private final Openings openings;
    private final int decodings;

    /// @param decodings how many times text is decoded that is encoded
    PiiScanner(List<Detector> detectors, int decodings) {
        this.openings = new Openings(detectors);
        this.decodings = decodings;
    }

    /// What there is, from left to right, without overlaps.
    List<Finding> scan(String text, Meaning meaning) {
        List<Finding> findings = look(text, meaning);
        Decoded decoded = Decoded.of(text);
        for (int i = 0; i < decodings && decoded != null; i++) {
            findings = decoded.adding(look(decoded.text(), meaning), findings);
            decoded = decoded.again();
        }
        return findings;
    }

    List<Finding> scan(String text) {
        return scan(text, Meaning.PLAIN);
    }

    private List<Finding> look(String text, Meaning meaning) {
        List<Finding> findings = List.of();
        int from = 0;
        boolean inWord = false;
        int at = 0;
        while (at < text.length()) {
            int shapes = openings.at(text, at, inWord);
            Finding finding = shapes == 0 ? null : find(shapes, text, at, from, meaning);
            if (finding != null) {
                findings = findings.isEmpty() ? new ArrayList<>() : findings;
                findings.add(finding);
                from = finding.end();
                at = Math.max(at, from - 1);
            }
            inWord = Characters.isWord(text.charAt(at));
            at = inWord ? Characters.wordEnd(text, at + 1) : at + 1;
        }
        return findings;
    }

    private static @Nullable Finding find(int shapes, String text, int at, int from, Meaning meaning) {
        for (int left = shapes; left != 0; left &= left - 1) {
            Detector detector = Detector.ALL.get(Integer.numberOfTrailingZeros(left));
            long span = detector.find(text, at, from, meaning);
            if (span != Span.NONE && Span.start(span) >= from) {
                return new Finding(Span.start(span), Span.end(span), detector.kind());
            }
        }
        return null;
    }
}
