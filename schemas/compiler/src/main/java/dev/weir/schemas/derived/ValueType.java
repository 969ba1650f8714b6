package dev.weir.schemas.derived;

import java.util.List;

/// What a value is, as far as formats and languages tell values apart.
sealed interface ValueType {

    record Text() implements ValueType {}

    /// One of some words.
    record Choice(List<String> words) implements ValueType {
        public Choice {
            words = List.copyOf(words);
        }
    }

    record Whole() implements ValueType {}

    record Real() implements ValueType {}

    record Flag() implements ValueType {}

    /// A date with a time and an offset, as text by RFC 3339.
    record Moment() implements ValueType {}

    /// A date, as text by RFC 3339.
    record Day() implements ValueType {}

    record Many(ValueType item) implements ValueType {}

    /// An object whose keys are anybody's.
    record OpenMap(ValueType value) implements ValueType {}

    /// An object whose members are known.
    record Group(List<Property> members) implements ValueType {
        public Group {
            members = List.copyOf(members);
        }
    }

    /// Any of several types; none listed is any type at all.
    record Mixed(List<ValueType> types) implements ValueType {
        public Mixed {
            types = List.copyOf(types);
        }
    }

    /// Whether a value of the type may have values inside of it.
    default boolean isDeep() {
        return switch (this) {
            case Text _, Choice _, Whole _, Real _, Flag _, Moment _, Day _ -> false;
            case Many _, OpenMap _, Group _ -> true;
            case Mixed(var types) -> types.isEmpty() || types.stream().anyMatch(ValueType::isDeep);
        };
    }
}
