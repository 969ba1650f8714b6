package dev.weir.core.event;

/// What is known of the wishes of the person that an event is about.
///
/// @param claimed what the credential says that they agreed to or withdrew
/// @param said what the event says of it
/// @param objects whether the request asks not to be tracked
/// @param objection what they have objected to by a privacy request
/// @param kids whether the profile is a child's: the credential says so, or the event does
public record Wishes(ConsentSignals claimed, ConsentSignals said, boolean objects, Objection objection, boolean kids) {

    /// Wishes of somebody who has made no request.
    public Wishes(ConsentSignals claimed, ConsentSignals said, boolean objects, boolean kids) {
        this(claimed, said, objects, Objection.NONE, kids);
    }

    /// The same wishes, of somebody who has objected.
    public Wishes with(Objection request) {
        return new Wishes(claimed, said, objects, request, kids);
    }

    @Override
    public String toString() {
        return "Wishes[redacted]";
    }
}
