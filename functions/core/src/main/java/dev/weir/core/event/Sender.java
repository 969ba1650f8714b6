package dev.weir.core.event;

/// Who sent a request, and how it arrived: what every decision about its events may rest on.
public record Sender(Credential credential, Claims claims, Arrival arrival) {

    /// A sender whose credential says nothing of a person.
    public Sender(Credential credential, Arrival arrival) {
        this(credential, Claims.NONE, arrival);
    }
}
