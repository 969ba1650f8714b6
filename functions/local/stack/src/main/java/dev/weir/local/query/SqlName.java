package dev.weir.local.query;

import java.util.Locale;

/// Names of views, in the letters that Athena allows: lower case, digits and underscores.
final class SqlName {

    private SqlName() {}

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
