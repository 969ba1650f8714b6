package dev.weir.core.event;

/// What is known of the wishes of the person that an event is about.
///
/// @param claimed what the credential says that they agreed to or withdrew
/// @param said what the event says of it
/// @param objects whether the request asks not to be tracked
/// @param kids whether the profile is a child's: the credential says so, or the event does
public record Wishes(ConsentSignals claimed, ConsentSignals said, boolean objects, boolean kids) {

    @Override
    public String toString() {
        return "Wishes[redacted]";
    }
}
