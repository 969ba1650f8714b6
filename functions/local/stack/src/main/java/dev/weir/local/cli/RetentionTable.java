package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// The reports of a command's runs as a table for people.
final class RetentionTable {

    private static final String ROW = "%-24s %-24s %10s %10s %12s  %s";

    private final List<String> rows = new ArrayList<>();
    private final List<String> weekly = new ArrayList<>();
    private long objects;
    private long versions;
    private long anonymised;

    void add(JsonNode report) {
        for (JsonNode line : report.path("lines")) {
            String part = line.path("part").asText();
            long count = line.path("objects").asLong();
            objects += part.equals("bronze") || part.startsWith("silver/") ? count : 0;
            anonymised += part.equals("identities") ? count : 0;
            rows.add(ROW.formatted(
                    line.path("product").asText(),
                    part,
                    "%,d".formatted(line.path("partitions").asLong()),
                    "%,d".formatted(count),
                    "%,d".formatted(line.path("bytes").asLong()),
                    line.path("oldest").asText("-")));
        }
        versions += report.path("versions").asLong();
        weekly.clear();
        for (JsonNode bucket : report.path("short_lived")) {
            weekly.add("%s: %,d objects, over 7 days old %,d"
                    .formatted(
                            bucket.path("bucket").asText(),
                            bucket.path("objects").asLong(),
                            bucket.path("removed").asLong()));
        }
    }

    void print(PrintWriter out, boolean dryRun) {
        if (!rows.isEmpty()) {
            out.println(ROW.formatted("product", "part", "partitions", "objects", "bytes", "oldest left"));
            rows.forEach(out::println);
        }
        weekly.forEach(out::println);
        out.println("%s: %,d objects, %,d old versions; identities from %,d objects"
                .formatted(dryRun ? "would go" : "gone", objects, versions, anonymised));
    }
}
