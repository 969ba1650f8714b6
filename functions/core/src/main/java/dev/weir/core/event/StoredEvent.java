package dev.weir.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// An event as it may be kept: validated, consented, stripped, pseudonymised, enriched. The only stage that a
/// publisher accepts.
///
/// @param context platform, versions, market, truncated address and so on, by stored field name
public record StoredEvent(
        Header header,
        Identities identities,
        SortedMap<String, String> context,
        StoredReceipt receipt,
        ObjectNode properties) {

    public StoredEvent {
        context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
    }

    @Override
    public String toString() {
        return "StoredEvent[" + header.type() + ", batch " + header.origin().batchId() + "]";
    }
}
