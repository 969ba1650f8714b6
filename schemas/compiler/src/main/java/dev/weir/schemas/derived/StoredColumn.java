package dev.weir.schemas.derived;

import dev.weir.core.catalog.EnvelopeField;

/// A field of the stored envelope as a column.
///
/// @param doc what it means, for people
record StoredColumn(EnvelopeField field, String doc) {

    String name() {
        return field.name();
    }

    /// Its type in a table of the lake.
    String hiveType() {
        return switch (field.type()) {
            case STRING -> "string";
            case INTEGER -> "int";
            case BOOLEAN -> "boolean";
            case TIMESTAMP -> "timestamp";
            case DATE -> "date";
            case PSEUDONYM -> "binary";
            case STRINGS -> "array<string>";
        };
    }

    /// Its type in the views, for people.
    String shownType() {
        return switch (field.type()) {
            case STRING -> "text";
            case INTEGER -> "whole number";
            case BOOLEAN -> "true or false";
            case TIMESTAMP -> "time, UTC";
            case DATE -> "date";
            case PSEUDONYM -> "pseudonym, 32 hex digits";
            case STRINGS -> "list of texts";
        };
    }

    /// The column as the views show it: pseudonyms in hex.
    String shown() {
        String column = Names.quoted(name());
        return field.type() == EnvelopeField.Type.PSEUDONYM ? "lower(to_hex(" + column + ")) as " + column : column;
    }
}
