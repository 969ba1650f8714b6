package dev.weir.core.catalog;

import java.util.Arrays;

/// A column of silver that holds one property of a product's events, as far as its values are of one
/// kind. Its name says both, so a column never changes its type: a property that is sent as two kinds has
/// two columns.
///
/// @param name of the column: the property in lower case, and the kind
/// @param property as events have it
public record SilverColumn(String name, String property, Kind kind) {

    /// What the values of a column are.
    public enum Kind {
        TEXT("text"),
        /// 64 bits, signed.
        WHOLE("int"),
        REAL("double"),
        FLAG("bool"),
        /// Milliseconds since the epoch, UTC.
        MOMENT("time"),
        DAY("date"),
        /// Lists, objects, and what may be of several types: JSON as it was sent.
        JSON("json");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// What columns of the kind end with.
        public String label() {
            return label;
        }

        /// The kind of a label.
        ///
        /// @throws IllegalArgumentException if no kind has it
        public static Kind of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of column is called " + label));
        }
    }
}
