package dev.weir.lake;

import java.util.Map;

/// What an object is to hold.
///
/// @param metadata user metadata, by lower-case name
public record ObjectContent(byte[] bytes, String mediaType, Map<String, String> metadata) {

    public ObjectContent {
        metadata = Map.copyOf(metadata);
    }

    @Override
    public String toString() {
        return "ObjectContent[" + bytes.length + " bytes of " + mediaType + "]";
    }
}
