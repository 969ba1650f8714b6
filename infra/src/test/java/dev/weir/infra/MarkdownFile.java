package dev.weir.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What links of a Markdown file lead to, and what links to it may name.
record MarkdownFile(Path place, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *(```|~~~).*?^ *\\1 *$");
    private static final Pattern CODE = Pattern.compile("(?s)(`+)(?!`).+?(?<!`)\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^\\s)>]+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)[ #]*$");
    private static final Pattern LINKED = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    static MarkdownFile read(Path place) throws IOException {
        return new MarkdownFile(place, BLOCK.matcher(Files.readString(place)).replaceAll(""));
    }

    /// Targets as they are written, without those of the web.
    List<String> links() {
        return LINK.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z][a-z0-9+.-]*:.*"))
                .toList();
    }

    /// The anchors that GitHub gives to headings: lower case, letters and digits alone, hyphens for spaces, and a
    /// number behind one that is there already.
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(text).results().map(MarkdownFile::anchor).forEach(anchor -> {
            String free = anchor;
            for (int number = 1; !anchors.add(free); number++) {
                free = anchor + "-" + number;
            }
        });
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        return LINKED.matcher(heading.group(1))
                .replaceAll("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /// Whether a link of this file leads to something: a file or folder, and a heading of it if it names one.
    boolean leadsSomewhere(String target) throws IOException {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? place : place.resolveSibling(path);
        boolean named = hash >= 0 && file.toString().endsWith(".md");
        return Files.exists(file) && (!named || read(file).anchors().contains(target.substring(hash + 1)));
    }
}
