package dev.weir.core.enrich;

import dev.weir.core.event.Receipt;
import dev.weir.core.event.StoredEvent;

/// An event ready to be stored, and the receipt that its sender gets.
public record Enriched(StoredEvent event, Receipt receipt) {}
