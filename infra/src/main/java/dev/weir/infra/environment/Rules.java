package dev.weir.infra.environment;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Checks that fields share; each refusal names the field and what it may be.
final class Rules {

    private Rules() {}

    static void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidEnvironment(field + ": must be " + least + " to " + most + ", is " + value);
        }
    }

    static void oneOf(String field, int value, Set<Integer> allowed) {
        if (!allowed.contains(value)) {
            throw new InvalidEnvironment(field + ": must be one of " + new TreeSet<>(allowed) + ", is " + value);
        }
    }

    static void form(String field, String value, Pattern form, String rule) {
        if (!form.matcher(value).matches()) {
            throw new InvalidEnvironment(field + ": must be " + rule);
        }
    }
}
