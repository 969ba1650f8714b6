package dev.weir.core.event;

/// What a credential proves: the product and tenant that events belong to, and the kind of sender.
/// The payload never decides any of these.
public record Credential(String product, String tenant, Source source) {}
