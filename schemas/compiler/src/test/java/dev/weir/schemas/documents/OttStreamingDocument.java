package dev.weir.schemas.documents;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Document 002: the client events of §2.1, the envelope of §2.2, the examples of each topic of §3.1.
final class OttStreamingDocument {

    private static final Pattern KEY = Pattern.compile("(\\w+)(?: \\(([^)]*)\\))?(?:, |$)");
    private static final Pattern LIST = Pattern.compile("\\w+(/\\w+)+");
    private static final Pattern MEMBER = Pattern.compile("^  \"(\\w+)\":", Pattern.MULTILINE);

    private OttStreamingDocument() {}

    static Extract read(String document) {
        Stream<DocumentedEvent> client = Tables.with("Key Properties", document).stream()
                .map(row -> DocumentedEvent.of(
                        row.cell("Event Name").replace("`", ""),
                        List.of("client"),
                        KEY.matcher(row.cell("Key Properties"))
                                .results()
                                .map(OttStreamingDocument::key)
                                .toList()));
        Stream<DocumentedEvent> server =
                Tables.with("Topic", document).stream().flatMap(OttStreamingDocument::examples);
        return new Extract(
                envelope(document), List.of(), Stream.concat(client, server).toList());
    }

    private static DocumentedKey key(MatchResult key) {
        boolean listed = key.group(2) != null && LIST.matcher(key.group(2)).matches();
        return DocumentedKey.of(key.group(1), listed ? key.group(2).split("/", -1) : new String[0]);
    }

    /// What has no name in the document gets one of its words, after its topic.
    private static Stream<DocumentedEvent> examples(Tables.Row topic) {
        return Arrays.stream(topic.cell("Event Examples").split(", ", -1))
                .map(example -> example.matches("[a-z_]+\\.[a-z_]+")
                        ? example
                        : topic.cell("Topic").replace("`", "") + "/" + example.replaceAll("\\W+", "_"))
                .map(name -> DocumentedEvent.of(name, List.of("server"), List.of()));
    }

    private static List<DocumentedKey> envelope(String document) {
        String section = document.substring(document.indexOf("### 2.2"));
        String example = section.substring(section.indexOf("```json"), section.indexOf("\n}\n"));
        return MEMBER.matcher(example)
                .results()
                .map(member -> DocumentedKey.of(member.group(1)))
                .toList();
    }
}
