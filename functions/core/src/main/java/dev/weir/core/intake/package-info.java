/// The door: one sentence that takes an event from raw to a verdict.
@NullMarked
package dev.weir.core.intake;

import org.jspecify.annotations.NullMarked;
