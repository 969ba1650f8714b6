package dev.weir.schemas.derived;

import dev.weir.core.catalog.SilverColumn;

/// A column of silver in Athena's SQL.
record SilverValue(SilverColumn column) {

    /// Its value as that of a property of some type; null where that type cannot hold it.
    String as(ValueType type) {
        if (SilverLayout.kind(type) == column.kind()) {
            return column.kind() == SilverColumn.Kind.JSON && type instanceof ValueType.Mixed ? scalarOrJson() : name();
        }
        return switch (type) {
            case ValueType.Whole _ -> "try_cast(" + text() + " as bigint)";
            case ValueType.Real _ -> "try_cast(" + text() + " as double)";
            case ValueType.Flag _ -> "try_cast(" + text() + " as boolean)";
            case ValueType.Day _ -> "try_cast(" + text() + " as date)";
            case ValueType.Moment _ ->
                "try(cast(from_iso8601_timestamp(" + text() + ") at time zone 'UTC' as timestamp))";
            case ValueType.Text _,
                    ValueType.Choice _,
                    ValueType.Many _,
                    ValueType.OpenMap _,
                    ValueType.Group _,
                    ValueType.Mixed _ -> text();
        };
    }

    /// The member of a JSON object that it was made of; null where it is absent.
    String member() {
        return "'" + Names.quoted(column.property()) + ":' || " + json();
    }

    private String json() {
        return switch (column.kind()) {
            case TEXT -> "json_format(cast(" + name() + " as json))";
            case WHOLE, FLAG, REAL -> text();
            case MOMENT, DAY -> "'\"' || " + text() + " || '\"'";
            case JSON -> name();
        };
    }

    private String text() {
        return switch (column.kind()) {
            case TEXT -> name();
            case WHOLE, FLAG, DAY -> "cast(" + name() + " as varchar)";
            case REAL ->
                "if(%1$s = floor(%1$s) and abs(%1$s) < 9007199254740992, cast(cast(%1$s as bigint) as varchar), cast(%1$s as varchar))"
                        .formatted(name());
            case MOMENT -> "format_datetime(" + name() + ", 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z''')";
            case JSON -> scalarOrJson();
        };
    }

    private String scalarOrJson() {
        return "coalesce(json_extract_scalar(" + name() + ", '$'), " + name() + ")";
    }

    private String name() {
        return Names.quoted(column.name());
    }
}
