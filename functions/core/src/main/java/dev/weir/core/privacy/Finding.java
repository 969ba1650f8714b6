package dev.weir.core.privacy;

/// A piece of personal data in a text.
///
/// @param start index of its first character
/// @param end index after its last one
/// @param kind such as `email`
record Finding(int start, int end, String kind) {}
