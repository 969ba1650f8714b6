package dev.weir.lake;

/// What became of an event that was to be a row of the lake.
public sealed interface Shaped permits BronzeRow, Misfit {}
