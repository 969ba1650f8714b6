package dev.weir.schemas.derived;

import java.util.List;
import java.util.stream.Stream;

/// What is stored of properties: no sensitive ones, pseudonyms in place of identifiers, and words in which personal
/// data
/// may have been masked.
///
/// @param anonymous whether identifiers may be removed, where the purpose was not consented to
record StoredProperties(boolean anonymous) {

    List<Property> of(List<Property> sent) {
        return sent.stream().flatMap(this::stored).toList();
    }

    private Stream<Property> stored(Property property) {
        return switch (property.privacy()) {
            case SENSITIVE -> Stream.empty();
            case IDENTIFIER -> {
                Property pseudonym = property.as(pseudonym(property.type()));
                yield Stream.of(anonymous ? pseudonym.optional() : pseudonym);
            }
            case FREE_TEXT -> Stream.of(property.as(masked(inside(property.type()))));
            case NONE, QUASI -> Stream.of(property.as(inside(property.type())));
        };
    }

    private static ValueType pseudonym(ValueType type) {
        return type instanceof ValueType.Many(var item) ? new ValueType.Many(pseudonym(item)) : new ValueType.Text();
    }

    private static ValueType masked(ValueType type) {
        return type instanceof ValueType.Choice ? new ValueType.Text() : type;
    }

    private ValueType inside(ValueType type) {
        return switch (type) {
            case ValueType.Group(var members) -> new ValueType.Group(of(members));
            case ValueType.Many(var item) -> new ValueType.Many(inside(item));
            case ValueType.OpenMap(var value) -> new ValueType.OpenMap(inside(value));
            case ValueType.Mixed(var types) ->
                new ValueType.Mixed(types.stream().map(this::inside).toList());
            case ValueType.Text _,
                    ValueType.Choice _,
                    ValueType.Whole _,
                    ValueType.Real _,
                    ValueType.Flag _,
                    ValueType.Moment _,
                    ValueType.Day _ -> type;
        };
    }
}
