package dev.weir.core.catalog;

import java.util.Set;

/// A table of the product that adds context to events by one of their properties.
///
/// @param name of the table
/// @param by the property that rows are found by; its value is text
/// @param adds stored context fields that a row may have
public record LookupRule(String name, String by, Set<String> adds) {

    public LookupRule {
        adds = Set.copyOf(adds);
    }
}
