package dev.weir.schemas.derived;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Names of the catalog as other languages write them.
final class Names {

    /// Words that neither Athena nor DuckDB takes for a column unless they are quoted.
    private static final Set<String> RESERVED = Set.of("""
            all and as by case cast column constraint create cross current_date current_time current_timestamp
            current_user delete desc distinct drop else end except exists false for from full group having in inner
            insert intersect into is join left like limit not null offset on or order outer primary references right
            select skip table then to true uescape union unique unnest user using values when where window with
            """.strip().split("\\s+"));

    private Names() {}

    /// `playback.started` is `PlaybackStarted`.
    static String pascal(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /// A table or view, in the letters that Athena allows: `playback.started` is `playback_started`.
    static String sql(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /// A column in a query that a person reads: quoted only if it has to be.
    static String column(String name) {
        boolean plain = name.matches("[A-Za-z][A-Za-z0-9_]*") && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        return plain ? name : quoted(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A name that Avro takes: letters, digits and underscores, no digit first.
    static String avro(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9_]", "_");
        return letters.matches("[0-9].*") ? "_" + letters : letters;
    }

    static boolean isAvro(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*");
    }
}
