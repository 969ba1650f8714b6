package dev.weir.core.event;

/// One version of one event of one product.
public record EventType(String product, String name, int version) {}
