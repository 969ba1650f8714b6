package dev.weir.schemas.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the catalogs do otherwise than the documents, on purpose.
///
/// @param gap as [Gaps] words it
/// @param instead events of the product that stand for one which has no name of its own in the document
/// @param reason why
record Difference(String gap, List<String> instead, String reason) {

    Difference {
        instead = List.copyOf(instead);
    }

    /// The list, of lines `gap | events instead, or - | reason`.
    static List<Difference> committed() throws IOException {
        List<Difference> found = new ArrayList<>();
        for (String line : Extract.resource("differences.txt")) {
            String[] parts = line.split(" \\| ", 3);
            List<String> instead = Stream.of(parts[1].strip().split(",", -1))
                    .map(String::strip)
                    .filter(event -> !event.equals("-"))
                    .toList();
            found.add(new Difference(parts[0].strip(), instead, parts[2].strip()));
        }
        return found;
    }

    String product() {
        return gap.split("[ :]", 2)[0];
    }
}
