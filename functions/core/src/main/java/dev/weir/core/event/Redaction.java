package dev.weir.core.event;

/// One thing that was taken out of an event or replaced in it. It says where and what kind, never what it was.
///
/// @param pointer JSON pointer into the event as it was sent; a key that may itself be personal is shown as `*`
/// @param found what was found there: a privacy class, `unknown`, or a kind of personal data such as `email`
public record Redaction(String pointer, String found, Action action) {

    /// What was done about it.
    public enum Action {
        REMOVED,
        MASKED,
        HASHED
    }
}
