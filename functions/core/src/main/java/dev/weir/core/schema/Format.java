package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// Texts of a format, in its plainest spelling.
enum Format implements Check {
    DATE {
        @Override
        boolean allows(String text) {
            return Rfc3339.isDate(text);
        }
    },
    DATE_TIME {
        @Override
        boolean allows(String text) {
            return Rfc3339.isDateTime(text);
        }
    };

    private static final String UUID = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

    static Check of(JsonNode schema) {
        return switch (schema.path("format").asText("")) {
            case "date" -> DATE;
            case "date-time" -> DATE_TIME;
            case "uuid" -> CharRunsReader.read(UUID);
            default -> Fixed.DOUBT;
        };
    }

    abstract boolean allows(String text);

    @Override
    public boolean passes(JsonNode value) {
        return !value.isTextual() || allows(value.textValue());
    }
}
