package dev.weir.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads patterns that are runs of characters from `^` to `$`, and leaves the others alone.
final class CharRunsReader {

    /// A set or a plain character, and how many of it.
    private static final Pattern RUN = Pattern.compile(
            "(?:\\[(?<set>[A-Za-z0-9_.:/@=;+<>-]+)\\]|(?<plain>[A-Za-z0-9_:/@=;<>-]))(?:\\{(?<least>\\d{1,4})(?<to>,(?<most>\\d{1,4}))?\\})?");

    /// A range, or one character. A hyphen at the start or the end of a set is a hyphen.
    private static final Pattern PIECE = Pattern.compile("([A-Za-z0-9])-([A-Za-z0-9])|.");

    private CharRunsReader() {}

    static Check read(String pattern) {
        if (pattern.length() < 2 || !pattern.startsWith("^") || !pattern.endsWith("$")) {
            return Fixed.DOUBT;
        }
        Matcher run = RUN.matcher(pattern).region(1, pattern.length() - 1);
        List<CharRuns.Run> runs = new ArrayList<>();
        while (run.lookingAt()) {
            runs.add(run(run));
            run.region(run.end(), pattern.length() - 1);
        }
        return run.regionStart() == run.regionEnd() ? new CharRuns(runs.toArray(CharRuns.Run[]::new)) : Fixed.DOUBT;
    }

    private static CharRuns.Run run(Matcher run) {
        int least = run.group("least") == null ? 1 : Integer.parseInt(run.group("least"));
        int most = run.group("most") == null ? least : Integer.parseInt(run.group("most"));
        String set = run.group("set");
        return set == null ? run(run.group("plain"), least, most) : run(set, least, most);
    }

    private static CharRuns.Run run(String set, int least, int most) {
        long[] bits = new long[2];
        Matcher piece = PIECE.matcher(set);
        while (piece.find()) {
            char first = set.charAt(piece.start());
            char last = set.charAt(piece.end() - 1);
            for (char c = first; c <= last; c++) {
                bits[c >>> 6] |= 1L << (c & 63);
            }
        }
        return new CharRuns.Run(bits[0], bits[1], least, most);
    }
}
