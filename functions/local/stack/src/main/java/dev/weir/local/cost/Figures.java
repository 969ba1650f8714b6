package dev.weir.local.cost;

import java.util.Map;

/// What one kind of packages has cost: names of figures and their values, in the order in which they were measured.
public record Figures(Map<String, String> values) {}
