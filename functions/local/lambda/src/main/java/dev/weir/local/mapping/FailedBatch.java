package dev.weir.local.mapping;

/// A batch that was given up, as Lambda writes it to an S3 destination: under which key, and the
/// JSON document that holds the whole event. `toString()` gives the key alone.
public record FailedBatch(String key, byte[] document) {

    @Override
    public String toString() {
        return "FailedBatch[" + key + "]";
    }
}
