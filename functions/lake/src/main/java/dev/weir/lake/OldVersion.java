package dev.weir.lake;

/// A version of an object that is not the current one, or the mark of a deletion.
public record OldVersion(String key, String id) {}
