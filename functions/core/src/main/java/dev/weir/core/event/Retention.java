package dev.weir.core.event;

import java.time.Period;

/// How long an event may be kept: the class that partitions are purged by, and its length in days.
public record Retention(String name, Period keep) {}
