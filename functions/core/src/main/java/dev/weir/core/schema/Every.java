package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// All the rules of one schema.
record Every(Check[] checks) implements Check {

    static Check of(List<Check> checks) {
        if (checks.contains(Fixed.DOUBT)) {
            return Fixed.DOUBT;
        }
        return switch (checks.size()) {
            case 0 -> Fixed.PASS;
            case 1 -> checks.getFirst();
            default -> new Every(checks.toArray(Check[]::new));
        };
    }

    @Override
    public boolean passes(JsonNode value) {
        for (Check check : checks) {
            if (!check.passes(value)) {
                return false;
            }
        }
        return true;
    }
}
