package dev.weir.lake;

import java.util.Map;

/// What an object is to hold.
///
/// @param metadata user metadata, by lower-case name
public record ObjectContent(ObjectBody body, String mediaType, Map<String, String> metadata) {

    public ObjectContent {
        metadata = Map.copyOf(metadata);
    }

    public ObjectContent(byte[] bytes, String mediaType, Map<String, String> metadata) {
        this(new ObjectBody.Held(bytes), mediaType, metadata);
    }

    public byte[] bytes() {
        return body.bytes();
    }

    /// The same in memory: for a bucket that keeps it when the writer's file is gone.
    public ObjectContent held() {
        return body instanceof ObjectBody.Held ? this : new ObjectContent(body.bytes(), mediaType, metadata);
    }

    @Override
    public String toString() {
        return "ObjectContent[" + body.size() + " bytes of " + mediaType + "]";
    }
}
