package dev.weir.core.event;

/// Who sent a request, and how it arrived: what every decision about its events may rest on.
///
/// @param objections those of the credential's product and tenant, as they are now
public record Sender(Credential credential, Claims claims, Arrival arrival, Objections objections) {

    /// A sender in whose tenant nobody has objected.
    public Sender(Credential credential, Claims claims, Arrival arrival) {
        this(credential, claims, arrival, Objections.NONE);
    }

    /// A sender whose credential says nothing of a person.
    public Sender(Credential credential, Arrival arrival) {
        this(credential, Claims.NONE, arrival);
    }
}
