package dev.weir.schemas.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The TypeScript interfaces of a document: the keys of each, at any depth, in order.
final class Interfaces {

    private static final Pattern BEGIN = Pattern.compile("interface (\\w+) \\{");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)(\\?)?: ([^;{]*)[;{].*");
    private static final Pattern VALUE = Pattern.compile("[\"'](\\w+)[\"']");

    private final Map<String, List<DocumentedKey>> found = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private List<DocumentedKey> keys = List.of();

    private Interfaces() {}

    /// Keys by the interface's name.
    static Map<String, List<DocumentedKey>> of(String document) {
        Interfaces interfaces = new Interfaces();
        document.lines().map(String::strip).forEach(interfaces::line);
        return interfaces.found;
    }

    private void line(String line) {
        Matcher begin = BEGIN.matcher(line);
        Matcher member = MEMBER.matcher(line);
        if (begin.matches()) {
            keys = new ArrayList<>();
            path.clear();
            path.add(begin.group(1));
            found.put(begin.group(1), keys);
        } else if (!path.isEmpty() && line.startsWith("}")) {
            path.removeLast();
        } else if (!path.isEmpty() && member.matches()) {
            member(member, line.endsWith("{"));
        }
    }

    private void member(Matcher member, boolean opens) {
        path.add(member.group(1));
        List<String> values = VALUE.matcher(member.group(3))
                .results()
                .map(value -> value.group(1))
                .toList();
        keys.add(new DocumentedKey(
                path.stream().skip(1).collect(Collectors.joining(".")), member.group(2) != null, values));
        if (!opens) {
            path.removeLast();
        }
    }
}
