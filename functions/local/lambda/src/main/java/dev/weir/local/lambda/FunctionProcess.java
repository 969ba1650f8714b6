package dev.weir.local.lambda;

/// One live process of a function.
public record FunctionProcess(String name, long pid) {}
