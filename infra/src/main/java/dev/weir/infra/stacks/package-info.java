/// The stacks by concern: what holds data and must outlive everything, what runs and may be replaced at any time, and
/// what watches.
@NullMarked
package dev.weir.infra.stacks;

import org.jspecify.annotations.NullMarked;
