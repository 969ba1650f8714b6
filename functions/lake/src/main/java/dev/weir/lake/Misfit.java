package dev.weir.lake;

/// An event that no row can be made of.
///
/// @param reason names the field and what is wrong with it, never its value
public record Misfit(String reason) implements Shaped {}
