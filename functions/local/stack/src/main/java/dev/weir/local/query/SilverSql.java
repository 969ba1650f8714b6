package dev.weir.local.query;

import dev.weir.core.catalog.SilverColumn;

/// A column of silver in DuckDB's SQL.
record SilverSql(SilverColumn column) {

    String type() {
        return switch (column.kind()) {
            case TEXT, JSON -> "varchar";
            case WHOLE -> "bigint";
            case REAL -> "double";
            case FLAG -> "boolean";
            case MOMENT -> "timestamptz";
            case DAY -> "date";
        };
    }

    /// Its value as one of another type; null where that cannot hold it.
    String as(String wanted) {
        boolean same = wanted.equals(type()) && column.kind() != SilverColumn.Kind.JSON;
        return same ? name() : "try_cast(" + text() + " as " + wanted + ")";
    }

    /// The member of a JSON object that it was made of; null where it is absent.
    String member() {
        String key = SqlName.literal(SqlName.quoted(column.property()) + ":");
        return key + " || "
                + switch (column.kind()) {
                    case TEXT -> "cast(to_json(" + name() + ") as varchar)";
                    case WHOLE, REAL, FLAG -> text();
                    case MOMENT, DAY -> "'\"' || " + text() + " || '\"'";
                    case JSON -> "cast(" + name() + " as varchar)";
                };
    }

    /// As JSON had it, without quotes.
    private String text() {
        return switch (column.kind()) {
            case TEXT -> name();
            case WHOLE, FLAG, DAY -> "cast(" + name() + " as varchar)";
            case REAL ->
                "case when %1$s = floor(%1$s) and abs(%1$s) < 9007199254740992 then cast(cast(%1$s as bigint) as varchar) else cast(%1$s as varchar) end"
                        .formatted(name());
            case MOMENT -> "strftime(" + name() + ", '%Y-%m-%dT%H:%M:%S.%gZ')";
            case JSON -> "json_extract_string(" + name() + ", '$')";
        };
    }

    private String name() {
        return SqlName.quoted(column.name());
    }
}
