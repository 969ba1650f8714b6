package dev.weir.core.catalog;

/// One field of the stored envelope, compiled from `schemas/envelope.json`.
///
/// @param nullable whether a stored event may be without it
public record EnvelopeField(String name, Type type, boolean nullable) {

    /// The types that stored fields have; [dev.weir.core.event.FlatEvent] says the Java type of each.
    public enum Type {
        STRING,
        INTEGER,
        BOOLEAN,
        /// Milliseconds since the epoch, UTC.
        TIMESTAMP,
        DATE,
        /// 16 bytes.
        PSEUDONYM,
        STRINGS
    }
}
