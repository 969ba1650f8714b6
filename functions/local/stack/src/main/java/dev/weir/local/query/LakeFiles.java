package dev.weir.local.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files that count, by product, as the manifests have it: live silver, and bronze that was not
/// replaced.
///
/// @param settled silver of days that are one run and have nothing beside it: no event is in it twice
/// @param unsettled the rest, in which an event may be twice: sent again, and not merged yet
record LakeFiles(Map<String, List<Path>> settled, Map<String, List<Path>> unsettled) {

    /// Manifests first, then the bronze that is there: what was replaced in between is still there too.
    static LakeFiles of(Statement duckdb, Path lake) throws SQLException, IOException {
        Map<String, Day> days = new TreeMap<>();
        Set<Path> replaced = new HashSet<>();
        for (Entry entry : entries(duckdb, lake)) {
            Path file = lake.resolve(entry.key());
            if (entry.state().equals("replaced")) {
                replaced.add(file);
            } else {
                day(days, file)
                        .runs()
                        .computeIfAbsent(entry.run(), unseen -> new ArrayList<>())
                        .add(file);
            }
        }
        for (Path file : parquet(lake.resolve("bronze"))) {
            if (!replaced.contains(file)) {
                day(days, file).bronze().add(file);
            }
        }
        return byProduct(days);
    }

    private static LakeFiles byProduct(Map<String, Day> days) {
        LakeFiles files = new LakeFiles(new TreeMap<>(), new TreeMap<>());
        for (Day day : days.values()) {
            boolean settled = day.bronze().isEmpty() && day.runs().size() == 1;
            List<Path> target = (settled ? files.settled : files.unsettled)
                    .computeIfAbsent(day.product(), unseen -> new ArrayList<>());
            target.addAll(day.bronze());
            day.runs().values().forEach(target::addAll);
        }
        return files;
    }

    /// Products that have files.
    Set<String> products() {
        Set<String> products = new HashSet<>(settled.keySet());
        products.addAll(unsettled.keySet());
        return products;
    }

    private record Day(String product, Map<String, List<Path>> runs, List<Path> bronze) {}

    private record Entry(String key, String state, String run) {}

    private static Day day(Map<String, Day> days, Path file) {
        String product = folder(file, "product=");
        return days.computeIfAbsent(
                product + "/" + folder(file, "dt="), unseen -> new Day(product, new TreeMap<>(), new ArrayList<>()));
    }

    /// The value in the name of a folder that a file is in.
    private static String folder(Path file, String label) {
        for (Path part : file) {
            if (part.toString().startsWith(label)) {
                return part.toString().substring(label.length());
            }
        }
        return "";
    }

    private static List<Entry> entries(Statement duckdb, Path lake) throws SQLException, IOException {
        Path manifests = lake.resolve("manifests");
        List<Entry> entries = new ArrayList<>();
        if (walk(manifests, "manifest.json").isEmpty()) {
            return entries;
        }
        ResultSet rows = duckdb.executeQuery("select key, state, coalesce(run, '') from read_json("
                + SqlName.literal(manifests + "/*/*/manifest.json")
                + ", format = 'newline_delimited', columns = {key: 'varchar', state: 'varchar', run: 'varchar'})");
        while (rows.next()) {
            entries.add(new Entry(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
        return entries;
    }

    private static List<Path> parquet(Path folder) throws IOException {
        return walk(folder, ".parquet");
    }

    private static List<Path> walk(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
