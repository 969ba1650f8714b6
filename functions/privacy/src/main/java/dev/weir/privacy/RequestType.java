package dev.weir.privacy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What people may ask for, and within how long it is due.
///
/// Source: GDPR Articles 15 (access), 17 (erasure), 18 (restriction), 20 (portability) and 21 (objection). The law
/// gives
/// a month; these are shorter.
enum RequestType {
    ERASURE(Duration.ofDays(7)),
    ACCESS(Duration.ofDays(3)),
    PORTABILITY(Duration.ofDays(7)),
    RESTRICT(Duration.ofDays(7)),
    OBJECT(Duration.ofDays(7));

    private final Duration due;

    RequestType(Duration due) {
        this.due = due;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RequestType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }

    Duration due() {
        return due;
    }

    /// Whether somebody is handed a file.
    boolean isExport() {
        return this == ACCESS || this == PORTABILITY;
    }

    /// Whether it changes what is taken from now on, and nothing that is stored.
    boolean isObjection() {
        return this == RESTRICT || this == OBJECT;
    }
}
