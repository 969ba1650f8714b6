package dev.weir.lake;

import java.time.Instant;

/// An object as a listing shows it.
///
/// @param etag changes whenever the object's content does
/// @param size in bytes
public record LakeObject(String key, String etag, long size, Instant modified) {}
