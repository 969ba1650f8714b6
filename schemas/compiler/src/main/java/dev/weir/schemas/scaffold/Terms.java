package dev.weir.schemas.scaffold;

import dev.weir.core.event.Source;

/// What is decided about an event: wishes, where there were any, and otherwise what its product's events have.
record Terms(String purpose, Source source, String category, String retention) {}
